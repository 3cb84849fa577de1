import { countryOf } from '../callingCodes';
import { seconds, text } from '../read';
import { newRow } from './newRow';
import { withOptOut } from './optOut';
import { reasonOf } from './reason';
import type { RowSource } from './source';

const STATUSES = new Set(['accepted', 'held', 'failed', 'unknown']);

const WITHOUT_CODE: Readonly<Record<string, string>> = {
	failed: 'Not sent: something in the message has to be corrected first',
	unknown: 'Meta did not answer in time: it may or may not have been sent',
};

/** What a send operation returned for one item. */
export const outcomeSource: RowSource = {
	accepts: (item) =>
		item.kind === undefined &&
		STATUSES.has(text(item, 'status')) &&
		('message_id' in item || 'key' in item) &&
		('to' in item || 'contact_key' in item),
	rows(item, options) {
		const status = text(item, 'status');
		const digits = (text(item, 'wa_id') || text(item, 'to')).replace(/^\+/, '');
		const number = /^\d+$/.test(digits) ? digits : '';
		const person = text(item, 'contact_key') || text(item, 'user_id') || digits;
		const code = text(item, 'code');
		const now = seconds(options.now);
		const at = seconds(item.timestamp) || now;
		const row = newRow(
			{
				kind: status,
				at,
				received_at: at,
				message_id: text(item, 'message_id'),
				key: text(item, 'key'),
				run: text(item, 'run'),
				recipient: number,
				contact_key: person,
				country: countryOf(number, person),
				phone_number_id: text(item, 'phone_number_id'),
				business_account_id: text(item, 'business_account_id'),
				campaign: text(item, 'campaign'),
				variant: text(item, 'variant'),
				template: text(item, 'template'),
				language: text(item, 'language'),
				category: text(item, 'category').toLowerCase(),
				error_code: code,
				reason: reasonOf(code) || (WITHOUT_CODE[status] ?? ''),
				source: options.source || 'send',
			},
			options,
		);
		return withOptOut(row, options);
	},
};
