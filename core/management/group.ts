import { GraphError } from '../graph/error';
import { list, record, text } from '../webhook/read';

export const GROUP_FIELDS =
	'subject,description,suspended,creation_timestamp,participants,total_participant_count,join_approval_mode';

/** A group, with its people as phone numbers or user IDs. */
export function groupSummary(answer: unknown) {
	const group = record(answer);
	return {
		group_id: text(group.id),
		subject: text(group.subject),
		description: text(group.description),
		suspended: group.suspended === true,
		created_at: Number(group.creation_timestamp ?? 0),
		join_approval_mode: text(group.join_approval_mode),
		participant_count: Number(group.total_participant_count ?? 0),
		participants: list(group.participants)
			.map(record)
			.map(({ wa_id, user_id }) => text(wa_id) || text(user_id)),
	};
}

/**
 * What became of join requests: `done` holds those that went through. Throws GraphError, with the reason for the first,
 * when none of them did.
 */
export function settledRequests(answer: unknown, name: 'approved' | 'rejected') {
	const read = record(answer);
	const done = list(read[`${name}_join_requests`]).map(text);
	const failed = list(read.failed_join_requests).map(record);
	const errorOf = (one: Readonly<Record<string, unknown>>) => record(list(one.errors)[0]);
	if (done.length === 0 && failed.length > 0) {
		throw new GraphError(200, { error: errorOf(failed[0]) });
	}
	const failures = failed.map((one) => {
		const { message, code } = errorOf(one);
		return `${text(one.join_request_id)}: ${text(message)} (code ${text(code)})`;
	});
	return { [name]: done, failed_requests: failures };
}
