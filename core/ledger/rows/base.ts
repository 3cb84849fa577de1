import { countryOf } from '../callingCodes';
import { seconds, text } from '../read';
import type { LedgerRow } from '../row';
import type { Item, RowOptions } from './source';

/** What every trigger item says about when, where and who. `digits`: the person's number, empty when hidden. */
export function triggerBase(item: Item, options: RowOptions, digits: string) {
	const receivedAt = seconds(item.received_at) || seconds(options.now);
	return {
		at: seconds(item.timestamp) || receivedAt,
		received_at: receivedAt,
		recipient: digits,
		contact_key: text(item, 'contact_key') || digits,
		country: countryOf(digits, text(item, 'contact_key')),
		phone_number_id: text(item, 'phone_number_id'),
		business_account_id: text(item, 'business_account_id'),
		source: options.source || 'webhook',
	} satisfies Partial<LedgerRow>;
}
