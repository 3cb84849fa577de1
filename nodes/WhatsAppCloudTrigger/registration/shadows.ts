import { GraphError } from '../../../core/graph/error';
import { allPages } from '../../../core/graph/pages';
import { isRecord, record, text, type Json } from '../../../core/webhook/read';
import { Refusal, type Registration } from './address';

/** A number whose webhooks go elsewhere, because it has an address of its own. */
interface Shadow {
	id: string;
	url: string;
}

const MAX_NAMED = 5;

const named = (shadows: Shadow[]) => {
	const more = shadows.length > MAX_NAMED ? ` and ${shadows.length - MAX_NAMED} more` : '';
	return shadows
		.slice(0, MAX_NAMED)
		.map(({ id, url }) => `${id} to ${url}`)
		.join(', ')
		.concat(more);
};

const NEXT =
	'The address of a number wins over the one of the business account. Remove it where it was set, or let the workflow behind it hand events to this one as a sub-workflow.';

/** All numbers of the account, or Meta's refusal to list them. */
async function readNumbers({ graph, account }: Registration): Promise<Json[] | GraphError> {
	try {
		return await allPages<Json>(graph, {
			method: 'GET',
			path: `/${account.businessAccountId}/phone_numbers`,
			qs: { fields: 'id,webhook_configuration' },
		});
	} catch (error) {
		if (error instanceof GraphError) return error;
		return await Promise.reject(error);
	}
}

/**
 * Looks for numbers whose events will not arrive although the business account's address is ours. A warning when some
 * go elsewhere or Meta does not say, a refusal when not one of the numbers this trigger is for would reach it.
 */
export async function findShadows(
	registration: Registration,
): Promise<{ refusal?: Refusal; warning?: string }> {
	const { phoneNumberIds, url } = registration;
	const answer = await readNumbers(registration);
	if (answer instanceof GraphError) {
		const warning = `could not see whether phone numbers have addresses of their own: ${answer.reason}`;
		return { warning };
	}
	const numbers = answer
		.filter(isRecord)
		.map((number) => ({
			id: text(number.id),
			url: text(record(number.webhook_configuration).phone_number),
		}))
		.filter(({ id }) => phoneNumberIds.length === 0 || phoneNumberIds.includes(id));
	const shadows = numbers.filter((number) => number.url && number.url !== url);
	if (!shadows.length) return {};
	const where = `Meta sends the events of ${named(shadows)}.`;
	if (shadows.length < numbers.length) {
		const count = `${shadows.length} of ${numbers.length} phone numbers`;
		const warning = `will not hear of ${count}, which have addresses of their own. ${where} ${NEXT}`;
		return { warning };
	}
	const nothing =
		'Nothing would arrive here, because the phone numbers have addresses of their own.';
	return { refusal: new Refusal(`${nothing} ${where}`, NEXT) };
}
