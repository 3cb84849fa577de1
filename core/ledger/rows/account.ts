import { text } from '../read';
import { triggerBase } from './base';
import { newRow } from './newRow';
import type { RowSource } from './source';

/** What people decide about marketing messages, in Meta's words (`signup` is an opt-in given inside WhatsApp). */
const PREFERENCES: Readonly<Record<string, string>> = {
	stop: 'opted_out',
	resume: 'opted_in',
	signup: 'opted_in',
};

function kindOf(field: string, event: string): string {
	if (field === 'user_preferences') return PREFERENCES[event.toLowerCase()] ?? 'account_changed';
	return /template/.test(field) ? 'template_changed' : 'account_changed';
}

/** Meta's constants only: free text of an account event may name people. */
const constant = (word: string) => (/^[A-Za-z0-9_]{1,80}$/.test(word) ? word : '');

/** An account event: a template or account change, or a person's decision about marketing messages. */
export const accountSource: RowSource = {
	accepts: (item) => item.kind === 'account',
	rows(item, options) {
		const field = text(item, 'field');
		const event = text(item, 'event');
		const person = text(item, 'contact_key');
		const digits = /^\d+$/.test(person) ? person : '';
		const words = [constant(event), constant(text(item, 'reason'))].filter(
			(word) => word && word !== 'NONE',
		);
		const row = newRow(
			{
				...triggerBase(item, options, digits),
				kind: kindOf(field, event),
				template: text(item, 'template'),
				language: text(item, 'language'),
				error_code: text(item, 'error_code'),
				reason: words.join(': ') || constant(field),
			},
			{
				privacyKey: options.privacyKey,
				participant: [field, event, text(item, 'template'), text(item, 'language'), person].join(
					' ',
				),
			},
		);
		return [row];
	},
};
