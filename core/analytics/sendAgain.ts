import { explainCode } from '../ledger/explainCode';
import type { MessageState } from '../ledger/fold';
import { startedAt, type MessageStatus } from '../ledger/progress';

/** Meta keeps trying for 30 days. */
const TIME_TO_LIVE = 30 * 86_400;

const AFTER_FAILURE: Readonly<Record<string, string>> = {
	retry: 'Yes. It did not reach the person.',
	slowDown: 'Yes, more slowly. It did not reach the person.',
	tryLater: 'Yes, but not today: Meta would refuse it again.',
	skipRecipient: 'No. It would fail again, or the person wants no messages.',
	fixRequest: 'Yes, after it is corrected: as it is, it would fail again.',
	fixTemplate: 'Yes, after the template is corrected: as it is, it would fail again.',
	fixAccount: 'Yes, after the account is in order: until then every message fails.',
	unknown: 'It did not reach the person; look at the code before you send it again.',
};

/** What to do about a message now, and whether sending it again could reach somebody twice. `now`: Unix seconds. */
export function sendAgain(
	state: MessageState,
	status: MessageStatus,
	now: number,
): { next_step: string; send_again: string } {
	switch (status) {
		case 'read':
		case 'delivered':
			return { next_step: '', send_again: 'No. It arrived; the person would get it twice.' };
		case 'failed':
		case 'refused': {
			const { action, nextStep } = explainCode(state.error_code);
			return { next_step: nextStep, send_again: AFTER_FAILURE[action] };
		}
		case 'unknown':
			return {
				next_step: 'Wait for a status: it carries the tag of the message and settles it.',
				send_again: 'Not yet. It may have been sent, and the person would get it twice.',
			};
		case 'planned':
		case 'skipped':
			return { next_step: '', send_again: 'It was not sent at all.' };
		default:
			if (startedAt(state) + TIME_TO_LIVE <= now) {
				return { next_step: '', send_again: 'Yes. Meta stopped trying after 30 days.' };
			}
			return {
				next_step: 'Nothing: the phone may be switched off. Meta keeps trying for up to 30 days.',
				send_again: 'No. It is still under way, and the person would get it twice.',
			};
	}
}
