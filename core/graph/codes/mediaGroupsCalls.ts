import { entry, type Codes } from '../entry';

const group = (meaning: string, nextStep: string) =>
	entry('fixRequest', 'Group', meaning, nextStep);
const callSlow = (meaning: string, nextStep: string) =>
	entry('slowDown', 'Call', meaning, nextStep);
const callAgain = (meaning: string) => entry('retry', 'Call', meaning, 'Call again.');
const callLater = (meaning: string, nextStep: string) =>
	entry('tryLater', 'Call', meaning, nextStep);

/** Files, groups and calls. */
export const mediaGroupCallCodes: Codes = {
	131052: entry(
		'fixRequest',
		'Media',
		'A file somebody sent you could not be downloaded.',
		'Ask them to send it again.',
	),
	131053: entry(
		'fixRequest',
		'Media',
		'The file could not be fetched or taken: its type, its size or its address does not fit.',
		'Check that the link opens without a login over https, and that type and size are ones WhatsApp supports.',
	),
	131060: entry(
		'skipRecipient',
		'Media',
		'A message somebody sent you is not available.',
		'Ask them to send it again.',
	),
	131020: group(
		'A message cannot be sent to a group with only one member.',
		'Invite people first.',
	),
	131041: group('The group does not exist, or your number is not in it.', 'Check the group ID.'),
	131201: group(
		'Only a part of the change to the group was carried out.',
		'Look at the lists in the answer and repeat only what is marked.',
	),
	131202: group('The same person is in the list twice.', 'Remove the repetition.'),
	131203: group('A person could not be added to the group.', 'Send them the invitation link.'),
	131204: group('The list has too many people.', 'A group may have 8 people besides your number.'),
	131207: group('The group is suspended.', 'Use another group.'),
	131208: entry(
		'slowDown',
		'Speed limit',
		'Groups were changed too often in a short time.',
		'Wait a few minutes and make fewer changes.',
	),
	131209: entry('fixRequest', 'Media', 'The group picture is not square.', 'Use a square picture.'),
	131210: entry(
		'fixRequest',
		'Media',
		'The group picture is too small.',
		'Use a picture of at least 192 by 192 pixels.',
	),
	131211: group(
		'No more groups can be created with this number.',
		'Delete groups you no longer use.',
	),
	131212: group('This person is not in the group.', 'Read the member list again.'),
	131213: group('There is no such request to join the group.', 'Read the list of requests again.'),
	131214: entry(
		'tryLater',
		'Limited by Meta',
		'Creating groups is switched off because of too much marketing in the last 7 days.',
		'Send less marketing and try again in some days.',
	),
	131215: entry(
		'fixAccount',
		'Account',
		'This phone number may not use groups.',
		'Groups need an official business account or a messaging limit of 100,000.',
	),
	138001: entry(
		'skipRecipient',
		'Call',
		'This person cannot be called: their app or country does not support it.',
		'Send a message instead.',
	),
	138002: callSlow('Too many calls are going on at once (1,000).', 'Wait until some have ended.'),
	138004: callAgain('The call could not be connected.'),
	138005: callSlow('Calls were started too quickly.', 'Start fewer calls per second.'),
	138006: entry(
		'skipRecipient',
		'Call',
		'This person has not allowed you to call them.',
		'Send a call permission request first.',
	),
	138007: callAgain('The call was not connected in time.'),
	138009: callLater(
		'This person was asked for permission to call too often.',
		'Wait: one request a day and two a week are allowed.',
	),
	138012: callLater('This person was called too often within 24 hours.', 'Try again tomorrow.'),
	138013: callSlow('Call permissions were read too often.', 'Read them less often.'),
	138018: entry(
		'fixAccount',
		'Call',
		'Calling cannot be switched on for this number yet.',
		'Meta lists the conditions, such as a messaging limit, in WhatsApp Manager > Phone numbers > Call settings.',
	),
};
