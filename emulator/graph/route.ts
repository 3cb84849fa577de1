import type { World } from '../world';
import type { Caller } from './auth';
import type { Call } from './call';

/** One Graph endpoint. The path is Meta's without the version; `:id` is whatever the node is. */
export interface Route {
	method: 'GET' | 'POST' | 'DELETE';
	path: string;
	/** The permission a user's token needs; `app` for calls made with the app's own token. */
	needs: 'whatsapp_business_messaging' | 'whatsapp_business_management' | 'app' | 'any';
	run: (world: World, call: Call, caller: Caller) => unknown;
}
