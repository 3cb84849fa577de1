import { entry, type Codes } from '../entry';

/** This person, this message: it does not reach them. */
export const recipientCodes: Codes = {
	470: entry(
		'skipRecipient',
		'Outside the 24-hour window',
		'More than 24 hours have passed since this person last wrote to you, so only a template may be sent.',
		'Send an approved template message instead of free text.',
	),
	130403: entry(
		'skipRecipient',
		'Blocked',
		'Your business has blocked this person.',
		'Unblock them first if you want to write to them.',
	),
	130472: entry(
		'skipRecipient',
		'Limited by Meta',
		'Meta keeps marketing messages from this person as part of an experiment.',
		'Reach them another way. Repeating does not help for now.',
	),
	130497: entry(
		'skipRecipient',
		'Limited by Meta',
		'Your business may not message people in this country.',
		"Leave out this country. WhatsApp's Business Messaging Policy lists what may be sent where.",
	),
	131021: entry(
		'skipRecipient',
		'Request',
		'Sender and recipient are the same phone number.',
		'Use another recipient.',
	),
	131026: entry(
		'skipRecipient',
		'Not on WhatsApp or unreachable',
		'The message could not be delivered: the person is not on WhatsApp, uses a very old app, has not accepted the current terms or has blocked you.',
		'Check the number, country code included. If it is right, reach the person another way.',
	),
	131030: entry(
		'skipRecipient',
		'Account',
		"You are sending from Meta's test number, and this recipient is not on its list of allowed numbers.",
		'Add the recipient under WhatsApp > API Setup at developers.facebook.com (up to 5), or send from your own number.',
	),
	131047: entry(
		'skipRecipient',
		'Outside the 24-hour window',
		'More than 24 hours have passed since this person last wrote to you, so only a template may be sent.',
		'Send an approved template message instead of free text.',
	),
	131049: entry(
		'tryLater',
		'Limited by Meta',
		'Meta did not deliver this marketing message, because the person gets many of them or rarely reads them.',
		'Wait at least 24 hours before trying again, and send fewer marketing messages to people who do not react.',
	),
	131050: entry(
		'skipRecipient',
		'Opted out',
		'This person has stopped marketing messages from your business.',
		'Send no more marketing to them. They can switch it on again in WhatsApp.',
	),
	131062: entry(
		'skipRecipient',
		'Request',
		'This kind of message cannot be sent to a user ID; it needs a phone number.',
		"Ask for the person's phone number, or send another kind of message.",
	),
	137000: entry(
		'skipRecipient',
		'Request',
		"The person's identity key has changed since you saved it, perhaps because of a new phone.",
		'Confirm who they are, then use the new identity hash from the latest webhook.',
	),
};
