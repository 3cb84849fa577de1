import type { Config } from './config';
import type { PhoneNumber } from './store';

/** The two-step verification PIN of the numbers there are from the start. */
export const FIRST_PIN = '123456';
/** What every text message and call with a verification code says. */
export const VERIFICATION_CODE = '654321';

/** The account's numbers before anybody changes anything: both registered, verified and green. */
export function firstNumbers(config: Config): PhoneNumber[] {
	const second = String(BigInt(config.phoneNumberId) + 1000n);
	return [
		{ ...newNumber(config.phoneNumberId, config.displayPhoneNumber, 'Demo Shop'), ...registered },
		{ ...newNumber(second, '+1 555-010-0199', 'Demo Support'), ...registered },
	].map((number) => ({
		...number,
		profile: { about: 'Hey there! I am using WhatsApp.', vertical: 'RETAIL' },
	}));
}

const registered = {
	status: 'CONNECTED',
	code_verification_status: 'VERIFIED',
	quality_rating: 'GREEN',
	name_status: 'APPROVED',
	pin: FIRST_PIN,
};

/** A number as it is right after it was added to the account: unverified, unregistered, its name in review. */
export const newNumber = (id: string, display: string, verified_name: string): PhoneNumber => ({
	id,
	display_phone_number: display,
	verified_name,
	digits: display.replace(/\D/g, ''),
	profile: {},
	status: 'PENDING',
	code_verification_status: 'NOT_VERIFIED',
	quality_rating: 'UNKNOWN',
	name_status: 'PENDING_REVIEW',
	search_visibility: 'VISIBLE',
	throughput: 'STANDARD',
	codeSent: false,
	registrations: [],
	settings: {},
	commerce: { is_cart_enabled: true, is_catalog_visible: false },
	automation: { prompts: [], commands: [] },
	qrCodes: new Map(),
	blocked: new Map(),
});
