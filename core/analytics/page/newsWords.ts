import type { News } from '../health';

/** Meta's constants as words: "PAUSED: FIRST_PAUSE" becomes "paused: first pause". */
const plain = (reason: string) => reason.toLowerCase().replace(/_/g, ' ');

/** What Meta reported, as a sentence without an end. */
export function newsWords({ kind, template, language, reason }: Omit<News, 'at'>): string {
	if (kind === 'account_changed') return `Meta reports about the account: ${plain(reason)}`;
	const which = template ? `the template ${template}` : 'a template';
	return `Meta reports about ${which}${language && ` (${language})`}: ${plain(reason)}`;
}
