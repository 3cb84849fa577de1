import { explainCode } from '../explainCode';
import { text } from '../read';
import { triggerBase } from './base';
import { newRow } from './newRow';
import { withOptOut } from './optOut';
import type { RowSource } from './source';

/** Meta's word for a status becomes our kind; a word of another shape is kept apart instead of being trusted. */
const kindOf = (status: string) => (/^[a-z_]{1,40}$/.test(status) ? status : 'other');

/** A status of a message we sent: its kind, and `opted_out` when Meta says that the person stopped marketing. */
export const statusSource: RowSource = {
	accepts: (item) => item.kind === 'status',
	rows(item, options) {
		const digits = text(item, 'recipient_id').replace(/\D/g, '');
		const code = text(item, 'error_code');
		const identity = { privacyKey: options.privacyKey, participant: text(item, 'participant') };
		const row = newRow(
			{
				...triggerBase(item, options, digits),
				kind: kindOf(text(item, 'status').toLowerCase()),
				message_id: text(item, 'message_id'),
				key: text(item, 'key'),
				campaign: text(item, 'campaign'),
				category: text(item, 'category').toLowerCase(),
				pricing_type: text(item, 'pricing_type').toLowerCase(),
				pricing_model: text(item, 'pricing_model').toUpperCase(),
				error_code: code,
				// Our own words, never Meta's details: those may quote the message or the number.
				reason: code ? explainCode(code).meaning : '',
			},
			identity,
		);
		return withOptOut(row, identity);
	},
};
