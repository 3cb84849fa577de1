/** The parts of the credential that can be checked. `baseUrl` and `graphVersion` are checked where they are used. */
export interface CredentialToCheck {
	accessToken: string;
	appId: string;
	appSecret: string;
	verifyToken: string;
	businessAccountId: string;
	/** Optional: a node may name its own. */
	phoneNumberId: string;
}

const MIN_VERIFY_TOKEN = 8;

const isId = (value: string) => /^\d{5,}$/.test(value);

/** What can be said without asking Meta; one sentence each. */
export function checkInput(credential: CredentialToCheck): string[] {
	const { accessToken, appId, appSecret, verifyToken, businessAccountId, phoneNumberId } =
		credential;
	const findings: [boolean, string][] = [
		[!accessToken, 'The Access Token is empty: generate one in Business settings > System users.'],
		[
			/\s/.test(accessToken),
			'The Access Token has a space or line break in it: copy it again in one piece.',
		],
		[
			!isId(appId),
			'The App ID should be a long number: copy it from App settings > Basic at developers.facebook.com.',
		],
		[
			!appSecret,
			'The App Secret is empty: copy it from App settings > Basic at developers.facebook.com.',
		],
		[
			verifyToken.length < MIN_VERIFY_TOKEN,
			verifyToken
				? `The Verify Token is too short to be safe: use at least ${MIN_VERIFY_TOKEN} characters, better 20.`
				: 'The Verify Token is empty: make up a long random word, it need not be entered anywhere else.',
		],
		[
			!isId(businessAccountId),
			'The Business Account ID should be a long number: copy it from WhatsApp > API Setup at developers.facebook.com.',
		],
		[
			phoneNumberId !== '' && !isId(phoneNumberId),
			'The Phone Number ID should be a long number, not the phone number itself: copy it from WhatsApp > API Setup.',
		],
	];
	return findings.flatMap(([found, sentence]) => (found ? [sentence] : []));
}
