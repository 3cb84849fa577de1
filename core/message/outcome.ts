import type { Action } from '../graph/catalogue';

/**
 * What a send operation returns for one item. `accepted`: Meta took it. `held`: Meta took it but holds it back for a
 * quality check. `failed`: Meta said no, nothing was sent. `unknown`: the request left but no answer came, so it may
 * or may not have been sent; a status webhook that carries `key` settles it. Never has a key named `error`: n8n's
 * Retry On Fail would run all items again.
 */
export interface SendOutcome {
	status: 'accepted' | 'held' | 'failed' | 'unknown';
	message_id: string;
	/** The number or user ID that was addressed, after normalising. */
	to: string;
	/** What normalising changed, in words; empty when nothing was changed. */
	to_changed: string;
	wa_id: string;
	user_id: string;
	contact_key: string;
	phone_number_id: string;
	business_account_id: string;
	key: string;
	campaign: string;
	template: string;
	language: string;
	category: string;
	/** Unix seconds when Meta answered, or when we gave up waiting. */
	timestamp: number;
	/** The rest is empty unless failed or unknown. */
	code: string;
	action: Action | '';
	reason: string;
	next_step: string;
	details: string;
	fbtrace_id: string;
}
