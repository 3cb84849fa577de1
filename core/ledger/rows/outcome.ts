import { countryOf } from '../callingCodes';
import { explainCode } from '../explainCode';
import { seconds, text } from '../read';
import { newRow } from './newRow';
import { withOptOut } from './optOut';
import type { RowSource } from './source';

/** Only checked, not sent (*Validate Only*): nothing happened that a ledger could tell. */
const CHECKED = 'valid';

const STATUSES = new Set(['accepted', 'held', 'failed', 'unknown', CHECKED]);

const WENT_THROUGH = new Set(['accepted', 'held']);

/** What a send operation returned for one item. */
export const outcomeSource: RowSource = {
	accepts: (item) =>
		item.kind === undefined &&
		STATUSES.has(text(item, 'status')) &&
		('message_id' in item || 'key' in item) &&
		('to' in item || 'contact_key' in item),
	rows(item, options) {
		const status = text(item, 'status');
		if (status === CHECKED) return [];
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
				// Not the result's own sentence: it may quote what somebody typed.
				reason: WENT_THROUGH.has(status) ? '' : explainCode(code).meaning,
				source: options.source || 'send',
			},
			options,
		);
		return withOptOut(row, options);
	},
};
