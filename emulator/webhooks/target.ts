import type { Callback, Store } from '../store';

/** What an override may redirect; template and account events always go to the app's own callback. */
const OVERRIDABLE = new Set([
	'messages',
	'user_preferences',
	'calls',
	'message_echoes',
	'group_lifecycle_update',
	'group_participants_update',
	'group_settings_update',
	'group_status_update',
]);

/**
 * Where a webhook goes: the number's override, else the business account's, else the app's callback if it subscribed
 * to the field. Nowhere while the app is not subscribed to the business account.
 */
export function targetOf(store: Store, field: string, phoneNumberId: string): Callback | undefined {
	if (!store.subscribed) return undefined;
	if (OVERRIDABLE.has(field)) {
		const override = store.phoneNumbers.get(phoneNumberId)?.override ?? store.override;
		if (override) return override;
	}
	return store.app?.fields.includes(field) ? store.app : undefined;
}
