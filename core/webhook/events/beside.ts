import { explain } from '../../graph/catalogue';
import { firstText, list, record, seconds, text } from '../read';
import { addAccount } from './account';
import { contactKey, whoIs } from './people';
import type { Place, Split } from './place';

/** `errors` beside messages: Meta reports something about the whole app or account. */
export function addProblems(split: Split, place: Place, problems: readonly unknown[]): void {
	for (const original of problems) {
		const problem = record(original);
		const error_code = text(problem.code);
		const details = firstText(record(problem.error_data).details, problem.message, problem.title);
		addAccount(split, place, original, {
			event: 'errors',
			summary: details || 'Meta reported something it could not do.',
			reason: error_code ? explain(error_code).meaning : '',
			error_code,
		});
	}
}

/** `user_actions` beside a message: so far, a tap on the link of a marketing message. */
export function addUserActions(
	split: Split,
	place: Place,
	actions: readonly unknown[],
	contacts: readonly unknown[],
): void {
	for (const original of actions) {
		const action = record(original);
		const event = text(action.action_type);
		addAccount(split, place, original, {
			event,
			timestamp: seconds(action.timestamp),
			contact_key: contactKey(whoIs(contacts, '', '', list(actions).length === 1)),
			summary:
				event === 'marketing_messages_link_click'
					? 'Somebody opened the link of a marketing message.'
					: `Somebody did something in the chat: ${event || 'unknown'}.`,
		});
	}
}
