import { text } from '../read';
import { triggerBase } from './base';
import { newRow } from './newRow';
import type { RowSource } from './source';

/** Not something a customer said to us: Meta's notes about a person, and what was said before we were connected. */
const isNoMessage = (type: string, field: string) => type === 'system' || field === 'history';

/**
 * A message somebody wrote to us: `received`, and `clicked` when it is a tap on one of our buttons. Never the words: an
 * opt-out by text is decided by a workflow, which then writes its own `opted_out` row.
 */
export const messageSource: RowSource = {
	accepts: (item) => item.kind === 'message',
	rows(item, options) {
		if (item.echo === true || isNoMessage(text(item, 'type'), text(item, 'field'))) return [];
		const digits = text(item, 'from').replace(/\D/g, '');
		const known = {
			...triggerBase(item, options, digits),
			message_id: text(item, 'message_id'),
			reply_to: text(item, 'reply_to'),
			error_code: text(item, 'error_code'),
		};
		const rows = [newRow({ ...known, kind: 'received' }, options)];
		if (text(item, 'button_id') || item.type === 'button') {
			rows.push(newRow({ ...known, kind: 'clicked' }, options));
		}
		return rows;
	},
};
