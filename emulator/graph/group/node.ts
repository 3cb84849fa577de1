import { seconds } from '../../clock';
import type { Group, PhoneNumber } from '../../store';
import { dispatch } from '../../webhooks/dispatch';
import { valueHead } from '../../webhooks/envelope';
import type { World } from '../../world';
import type { Call } from '../call';
import { pick } from '../fields';
import { readParts } from '../multipart';
import { invalid } from '../number/own';

const FIELDS = [
	'subject',
	'description',
	'suspended',
	'creation_timestamp',
	'participants',
	'total_participant_count',
	'join_approval_mode',
];

/** A group as Graph shows it: subject and ID, and what else is asked for. */
export function showGroup(group: Group, fields: unknown): Record<string, unknown> {
	const node = {
		id: group.id,
		messaging_product: 'whatsapp',
		subject: group.subject,
		description: group.description,
		suspended: group.suspended,
		creation_timestamp: group.created,
		participants: group.members.map(({ wa_id, user_id }) => ({ ...(wa_id && { wa_id }), user_id })),
		total_participant_count: group.members.length,
		join_approval_mode: group.join_approval_mode,
	};
	return {
		messaging_product: 'whatsapp',
		...pick(node, fields, { type: 'WhatsAppGroup', known: FIELDS, byDefault: ['subject'] }),
	};
}

export function readSubject(value: unknown): string {
	const subject = String(value ?? '');
	if (!subject) throw invalid('The parameter subject is required.');
	if (subject.length > 128) throw invalid('Param subject must be at most 128 characters long.');
	return subject;
}

export function readDescription(value: unknown): string {
	const description = String(value ?? '');
	if (description.length > 2048)
		throw invalid('Param description must be at most 2048 characters long.');
	return description;
}

/** `POST /{group}`: subject, description or picture; the app hears about it. */
export async function updateGroup(
	world: World,
	group: Group,
	call: Call,
): Promise<{ success: true }> {
	const { fields, file } = await readParts(call);
	const { subject, description } = fields;
	if (subject === undefined && description === undefined && !file)
		throw invalid('One of subject, description and profile_picture_file is required.');
	if (file && (file.mime_type !== 'image/jpeg' || file.content.length > 5 * 2 ** 20))
		throw invalid('Param profile_picture_file must be a JPEG picture of at most 5 MB.');
	const changed: Record<string, unknown> = {};
	if (subject !== undefined) {
		group.subject = readSubject(subject);
		changed.group_subject = { text: group.subject, update_successful: true };
	}
	if (description !== undefined) {
		group.description = readDescription(description);
		changed.group_description = { text: group.description, update_successful: true };
	}
	if (file) changed.profile_picture = { mime_type: file.mime_type, update_successful: true };
	tell(world, group, 'group_settings_update', { type: 'group_settings_update', ...changed });
	return { success: true };
}

export function removeGroup(world: World, group: Group): { success: true } {
	world.store.groups.delete(group.id);
	world.store.deletedGroups.add(group.id);
	tell(world, group, 'group_lifecycle_update', { type: 'group_delete' });
	return { success: true };
}

/** Tells the app about a group. Groups follow the number's webhook override like messages do. */
export function tell(
	world: World,
	group: Group,
	field: string,
	event: Record<string, unknown>,
): void {
	const number = world.store.phoneNumbers.get(group.phone_number_id) as PhoneNumber;
	const value = {
		...valueHead(number),
		groups: [{ timestamp: String(seconds(world.clock)), group_id: group.id, ...event }],
	};
	dispatch(world, { field, phoneNumberId: number.id, value }, {});
}
