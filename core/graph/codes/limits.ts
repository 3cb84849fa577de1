import { entry, type Codes } from '../entry';

const appLimit = entry(
	'slowDown',
	'Speed limit',
	'The Meta app has made too many calls in a short time.',
	'Wait a while (up to an hour) and make fewer calls. Usage is shown in the app dashboard at developers.facebook.com.',
);
const accountLimit = entry(
	'slowDown',
	'Speed limit',
	'Too many calls were made for this WhatsApp Business Account.',
	'Wait up to an hour and make fewer calls, above all those that read or change templates and numbers.',
);

/** Too much, too fast. */
export const limitCodes: Codes = {
	4: appLimit,
	17: appLimit,
	32: appLimit,
	613: appLimit,
	429: entry(
		'slowDown',
		'Speed limit',
		'Meta is receiving too many calls and turned this one away.',
		'Wait a minute and send more slowly.',
	),
	506: entry(
		'tryLater',
		'Speed limit',
		'Meta took this for a repetition of the previous call and did not carry it out.',
		'Check whether the first call already did what you wanted; otherwise try again later.',
	),
	80007: accountLimit,
	80008: accountLimit,
	130429: entry(
		'slowDown',
		'Speed limit',
		'Messages were sent faster than this phone number is allowed to.',
		'Lower the number of messages per second. Most numbers may send 80 a second, some 1,000.',
	),
	131048: entry(
		'fixAccount',
		'Limited by Meta',
		'Meta has limited this phone number because too many people blocked or reported its messages.',
		'Stop campaigns, look at the quality rating in WhatsApp Manager, and send again only after it recovers (hours to days).',
	),
	131056: entry(
		'slowDown',
		'Speed limit',
		'Too many messages went to the same person in a short time.',
		'Leave about 6 seconds between messages to one person.',
	),
	131064: entry(
		'tryLater',
		'Limited by Meta',
		'Meta limits this account because templates were put into the wrong category.',
		'Correct the categories in WhatsApp Manager > Message templates and wait until Meta lifts the limit.',
	),
	133016: entry(
		'tryLater',
		'Speed limit',
		'This number was registered or deregistered too often (10 times within 72 hours).',
		'Wait 72 hours before registering it again.',
	),
};
