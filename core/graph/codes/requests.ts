import { entry, type Codes } from '../entry';

const CHECK =
	'Compare the fields of this step with the detail Meta gives, correct them and run it again.';

const flow = (what: string) =>
	entry(
		'fixRequest',
		'Request',
		what,
		'Open the Flow in WhatsApp Manager > Flows and correct what is marked there.',
	);
const signup = (what: string) => entry('fixRequest', 'Request', what, CHECK);
const username = (action: 'fixRequest' | 'fixAccount', what: string, next: string) =>
	entry(action, action === 'fixRequest' ? 'Request' : 'Account', what, next);
const insights = (what: string, next: string) => entry('fixRequest', 'Request', what, next);

/** The call itself is not as Meta wants it. Repeating it unchanged cannot help. */
export const requestCodes: Codes = {
	33: entry(
		'fixRequest',
		'Request',
		'The number, account or other thing with this ID does not exist, or the access token may not see it.',
		'Check the ID, and that the system user has access to the WhatsApp account it belongs to.',
	),
	100: entry(
		'fixRequest',
		'Request',
		'Meta does not accept one of the values in this call.',
		CHECK,
	),
	803: entry(
		'fixRequest',
		'Request',
		'There is nothing with this ID.',
		'Check the ID for missing or extra digits.',
	),
	131008: entry('fixRequest', 'Request', 'A required value is missing.', CHECK),
	131009: entry(
		'fixRequest',
		'Request',
		'One of the values is not valid, or the message it refers to does not exist.',
		CHECK,
	),
	131051: entry(
		'fixRequest',
		'Request',
		'WhatsApp does not support this type of message.',
		'Choose another message type.',
	),
	131055: entry(
		'fixRequest',
		'Request',
		'This kind of message cannot be sent in this way.',
		'Send it with the normal message operation instead of the marketing one.',
	),
	131059: entry(
		'fixRequest',
		'Request',
		'The position in a long list is no longer valid.',
		'Read the list again from the start.',
	),
	131063: entry(
		'fixRequest',
		'Request',
		'Marketing templates are switched off on the Cloud API for this account.',
		'Send them through the Marketing Messages API, or switch them on again for the account.',
	),
	134100: entry(
		'fixRequest',
		'Request',
		'The Marketing Messages API takes marketing templates only.',
		'Send this template with the normal message operation.',
	),
	135000: entry('fixRequest', 'Request', 'Meta could not make sense of one of the values.', CHECK),
	138000: entry(
		'fixRequest',
		'Call',
		'Calling is not switched on for this phone number.',
		'Switch it on in WhatsApp Manager > Phone numbers > Call settings.',
	),
	138003: entry(
		'fixRequest',
		'Call',
		'There is already a call with this person.',
		'Wait until it has ended.',
	),
	139000: flow('The Flow was blocked by an integrity check.'),
	139001: flow('The Flow could not be updated.'),
	139002: flow('The Flow could not be published.'),
	139003: flow('The Flow could not be deprecated.'),
	139004: flow('The Flow could not be deleted.'),
	139100: entry(
		'fixRequest',
		'Request',
		'Some of the people could not be blocked or unblocked; the others were.',
		'Look at the lists in the answer and repeat only those that are marked.',
	),
	139101: entry(
		'fixRequest',
		'Request',
		'The block list is full (64,000 entries).',
		'Unblock people you no longer need on the list.',
	),
	139102: entry(
		'slowDown',
		'Speed limit',
		'The block list is being changed by another call at the same time.',
		'Try again in a few seconds, one change at a time.',
	),
	139103: entry(
		'retry',
		'Meta outage',
		'Meta could not change the block list for the moment.',
		'Try again in a few minutes.',
	),
	147001: username('fixRequest', 'This username is not available.', 'Choose another username.'),
	147002: username(
		'fixAccount',
		'The account may not have a username yet.',
		'Raise the messaging limit first: it grows with verified business details and good quality.',
	),
	147003: username(
		'fixAccount',
		'The username belongs to a Facebook Page that is not linked to this account.',
		'Link the Page in WhatsApp Manager, or choose another username.',
	),
	147004: username(
		'fixAccount',
		'The username belongs to an Instagram account that is not linked to this account.',
		'Link the Instagram account in WhatsApp Manager, or choose another username.',
	),
	147005: username(
		'fixRequest',
		'Another of your own numbers uses this username.',
		'Choose another username, or move it by setting the transfer action to force_transfer.',
	),
	200005: insights(
		'Template analytics are not switched on for this account.',
		'Open WhatsApp Manager > Insights and confirm template analytics once.',
	),
	200006: insights(
		'Template analytics cannot be switched off again.',
		'Nothing to do: leave them on.',
	),
	200007: insights(
		'Template analytics are not available yet.',
		'Try again later: figures appear some hours after the first messages.',
	),
	1752041: signup('This onboarding request was already made.'),
	2388012: entry(
		'fixRequest',
		'Request',
		'This phone number is already in your list.',
		'Use the existing entry under WhatsApp Manager > Phone numbers.',
	),
	2494164: signup('The in-app signup was not found.'),
	2494165: signup('In-app signup is not switched on for this account.'),
	2494166: signup('The in-app signup text has a placeholder Meta does not know.'),
	2494167: signup('The in-app signup lacks the promo code.'),
	2494168: entry(
		'fixAccount',
		'Account',
		'The terms for in-app signup have not been accepted.',
		'Accept them in WhatsApp Manager.',
	),
	2494176: signup('The terms for in-app signup were already accepted.'),
	2494177: signup('The link to the in-app signup terms is not right.'),
	2494179: signup('The website link of the in-app signup must begin with https.'),
	2593079: signup('This app may not ask for the data of the WhatsApp Business app.'),
	2593085: signup('The data of the WhatsApp Business app was already transferred.'),
	2593107: entry(
		'tryLater',
		'Speed limit',
		'The data of the WhatsApp Business app was asked for too often.',
		'Wait, and ask once per number.',
	),
	2593108: signup('The data can be asked for only within 24 hours after onboarding.'),
	2593109: entry(
		'skipRecipient',
		'Request',
		'The owner of the WhatsApp Business app declined to share past chats.',
		'Nothing to do: new messages arrive all the same.',
	),
};
