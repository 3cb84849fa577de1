import { entry, type Codes } from '../entry';

const NEW_TOKEN =
	'Create a new system user token in Meta Business settings > System users and put it into the credential.';

const token = entry(
	'fixAccount',
	'Access',
	'Meta did not accept the access token: it has expired, was revoked or is not complete.',
	NEW_TOKEN,
);

/** Who is asking, and whether they may. */
export const accessCodes: Codes = {
	0: entry(
		'fixAccount',
		'Access',
		'Meta could not tell who is calling: the access token was not accepted.',
		NEW_TOKEN,
	),
	3: entry(
		'fixAccount',
		'Access',
		'The Meta app is not allowed to use this function.',
		'Open the app at developers.facebook.com, add the WhatsApp product and request the permission this function needs.',
	),
	10: entry(
		'fixAccount',
		'Access',
		'The access token lacks a permission this call needs, or the permission was taken away.',
		'Generate the system user token again with whatsapp_business_messaging and whatsapp_business_management ticked.',
	),
	102: token,
	104: token,
	190: token,
	131005: entry(
		'fixAccount',
		'Access',
		'Access was refused: a permission is missing or was taken away.',
		'Check in Business settings > System users that the user has full control of the app and the WhatsApp account, then generate a new token.',
	),
};

/** 200 to 299 are one family: a permission is missing. */
export const permissionEntry = entry(
	'fixAccount',
	'Access',
	'The access token may not use this WhatsApp account, or a permission is missing.',
	'In Business settings > System users, assign the WhatsApp account and the app with full control, then generate a new token.',
);

/** Why a token is not accepted any more, by the `error_subcode` beside code 190. */
export const tokenSubcodes: Codes = {
	458: {
		...token,
		meaning: 'The person or system user has removed the Meta app from the account.',
	},
	459: {
		...token,
		meaning:
			'Meta asks the owner of the access token to log in at facebook.com and confirm something.',
		nextStep:
			'Log in at facebook.com, follow what Meta asks for, or switch to a system user token.',
	},
	460: { ...token, meaning: 'The access token ended because the password was changed.' },
	463: { ...token, meaning: 'The access token has expired.' },
	464: {
		...token,
		meaning: 'The owner of the access token has not confirmed their Facebook account.',
	},
	467: { ...token, meaning: 'The access token was revoked or is not valid.' },
};
