import { entry, type Codes } from '../entry';

const STATUS_PAGE =
	'Try again in a few minutes. If it goes on, look at metastatus.com/whatsapp-business-api.';

const maintenance = entry(
	'retry',
	'Meta outage',
	'The phone number is in maintenance, for example while Meta raises its speed.',
	'Try again in a minute or two.',
);

/** Meta's side is unwell. Repeating helps. */
export const outageCodes: Codes = {
	1: entry(
		'retry',
		'Meta outage',
		'Meta could not work out this call or had a hiccup.',
		STATUS_PAGE,
	),
	2: entry(
		'retry',
		'Meta outage',
		'The service is down or overloaded for the moment.',
		STATUS_PAGE,
	),
	131000: entry(
		'retry',
		'Meta outage',
		"Something went wrong on Meta's side, without a stated cause.",
		STATUS_PAGE,
	),
	131016: entry(
		'retry',
		'Meta outage',
		'A part of the WhatsApp service is not available for the moment.',
		STATUS_PAGE,
	),
	131057: maintenance,
	133004: entry(
		'retry',
		'Meta outage',
		"Meta's server is not available for the moment.",
		STATUS_PAGE,
	),
	2494100: maintenance,
};
