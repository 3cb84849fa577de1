import type { IDataObject } from 'n8n-workflow';
import { toFault } from '../../../../core/graph/fault';
import { allPages } from '../../../../core/graph/pages';
import { firstText, isRecord, record, text, type Json } from '../../../../core/webhook/read';
import type { Services } from '../../../shared/operation';

const FIELDS = 'id,display_phone_number,webhook_configuration';

/** The address of a number wins over that of its business account, and both over that of the app. */
function destinationOf(number: Json, trigger: string): IDataObject {
	const { phone_number, whatsapp_business_account, application } = record(
		number.webhook_configuration,
	);
	const address = firstText(phone_number, whatsapp_business_account, application);
	return {
		phone_number_id: text(number.id),
		display_phone_number: text(number.display_phone_number),
		address,
		arrives_here: address === trigger,
	};
}

/**
 * Where Meta sends the messages and statuses of each number of the business account, and whether that is `trigger`.
 * A trigger may be well and hear nothing, because a number has an address of its own. Never throws.
 */
export async function destinations(
	{ graph, account }: Services,
	trigger: string,
): Promise<IDataObject> {
	try {
		const numbers = await allPages<Json>(graph, {
			method: 'GET',
			path: `/${account.businessAccountId}/phone_numbers`,
			qs: { fields: FIELDS },
		});
		return {
			numbers: numbers.filter(isRecord).map((number) => destinationOf(number, trigger)),
			numbers_note: '',
		};
	} catch (error) {
		const { reason } = toFault(error);
		const numbers_note = `Meta did not say where it sends the events of each number: ${reason}`;
		return { numbers: [], numbers_note };
	}
}
