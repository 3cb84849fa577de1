import { entry, type Codes } from '../entry';

const fix = (meaning: string, nextStep: string) =>
	entry('fixAccount', 'Account', meaning, nextStep);
const later = (meaning: string, nextStep: string) =>
	entry('tryLater', 'Account', meaning, nextStep);
const pay = (meaning: string) =>
	entry(
		'fixAccount',
		'Payment',
		meaning,
		'Open Meta Business settings > Billing & payments and settle what is open there: payment method, currency, time zone, unpaid invoices.',
	);

/** The business, its account, its numbers, its bills. */
export const accountCodes: Codes = {
	368: fix(
		'Meta has blocked the account for a while because of a policy violation.',
		'See what happened and ask for a review in Business Support Home (business.facebook.com/business-support-home).',
	),
	131031: fix(
		'The account is locked: a policy was violated, or details such as the PIN do not match.',
		'Open Business Support Home (business.facebook.com/business-support-home) and follow what it says.',
	),
	131037: fix(
		'The phone number has no approved display name yet.',
		'Submit a display name in WhatsApp Manager > Phone numbers and wait for approval.',
	),
	131042: pay("Meta did not send the message because of the account's payment set-up."),
	131044: pay("Meta did not carry this out because of the account's payment set-up."),
	131045: fix(
		'The phone number is not registered correctly.',
		'Register the number again with its two-step PIN.',
	),
	133000: entry(
		'retry',
		'Account',
		'An earlier deregistration of this number was not completed.',
		'Deregister the number once more, then register it.',
	),
	133005: fix(
		'The two-step PIN is not right.',
		'Use the right PIN, or reset it in WhatsApp Manager > Phone numbers > Two-step verification.',
	),
	133006: fix(
		'The phone number has to be verified before it can be registered.',
		'Request a verification code by SMS or call, verify it, then register.',
	),
	133008: later(
		'The two-step PIN was entered wrongly too often.',
		'Wait as long as the detail says.',
	),
	133009: later('The two-step PIN was entered too quickly.', 'Wait as long as the detail says.'),
	133010: fix(
		'The phone number is not registered for the Cloud API.',
		'Register it with its two-step PIN, or under WhatsApp Manager > Phone numbers.',
	),
	133015: later(
		'The phone number was deleted a moment ago.',
		'Wait 5 minutes, then register it again.',
	),
	134011: entry(
		'fixAccount',
		'Payment',
		'The terms for WhatsApp Payments have not been accepted.',
		'Accept them in WhatsApp Manager.',
	),
	136024: fix(
		'The phone number is verified already, or the code could not be sent.',
		'Go straight to registering the number, or ask for the code in the other way (SMS or call).',
	),
	136025: fix(
		'The verification code is wrong or has expired.',
		'Request a new code and enter it within 10 minutes.',
	),
	2388001: fix(
		'Meta could not create the certificate for this number.',
		'Check the display name, remove the number and add it again.',
	),
	2388091: fix(
		'This phone number cannot get a verification code.',
		'Check that it can receive calls or SMS and is not used in a WhatsApp app.',
	),
	2388093: fix(
		'This phone number cannot be verified with this code.',
		'Request a new code; check that the number is not used in a WhatsApp app.',
	),
	2388103: fix(
		'The phone number cannot be moved to this account.',
		'Check that both businesses are verified and two-step verification is off at the old provider.',
	),
};
