import type { World } from '../world';

/** Who the emulator is and how it is set. No secret is in it: whoever started the emulator knows them. */
export function config({ config: own, settings, store }: World): Record<string, unknown> {
	return {
		appId: own.appId,
		businessAccountId: own.businessAccountId,
		phoneNumberId: own.phoneNumberId,
		displayPhoneNumber: own.displayPhoneNumber,
		phoneNumbers: [...store.phoneNumbers.keys()],
		subscribed: store.subscribed,
		callbacks: {
			number: store.phoneNumbers.get(own.phoneNumberId)?.override?.url ?? '',
			business_account: store.override?.url ?? '',
			app: store.app?.url ?? '',
		},
		settings: settings(),
	};
}
