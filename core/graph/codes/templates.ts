import { entry, type Codes } from '../entry';

const MANAGER = 'WhatsApp Manager > Message templates';

const fix = (meaning: string, nextStep: string) =>
	entry('fixTemplate', 'Template', meaning, nextStep);
const later = (meaning: string, nextStep: string) =>
	entry('tryLater', 'Template', meaning, nextStep);

/** The template, its variables, its review. */
export const templateCodes: Codes = {
	132000: fix(
		'The number of values does not match the number of variables in the template.',
		'Fill in every variable of the template; choose the template again if it was edited.',
	),
	132001: fix(
		'There is no approved template with this name in this language.',
		`Compare name and language code with ${MANAGER}; en and en_US are different languages.`,
	),
	132005: fix(
		'With its variables filled in, the template text is too long.',
		'Use shorter values, or shorten the template.',
	),
	132007: fix(
		"The template breaks one of WhatsApp's content rules.",
		`Read the reason in ${MANAGER} and edit the template.`,
	),
	132008: fix(
		'A value does not have the form this template variable needs.',
		'Check dates, currencies, links and files against the template.',
	),
	132012: fix(
		'A value has another type than the template variable, for example text where an image is needed.',
		'Choose the template again so that its fields are read afresh, and fill them in.',
	),
	132015: later(
		'The template is paused because of low quality: too many people blocked or reported it.',
		'Pauses last 3 hours, then 6 hours, then for good. Edit the template before it is paused again.',
	),
	132016: fix(
		'The template was paused too often and is switched off for good.',
		'Create a new template with other content.',
	),
	132018: fix(
		'One of the template values cannot be used.',
		'Values must not be empty and must not contain line breaks, tabs or more than four spaces in a row.',
	),
	132068: fix(
		'The Flow in this template is blocked.',
		'Correct the Flow in WhatsApp Manager > Flows, above all its endpoint.',
	),
	132069: later(
		'The Flow in this template is slowed down to 10 messages an hour.',
		"Correct the Flow's endpoint; the limit ends when it answers reliably.",
	),
	134101: later(
		'The template was just created or edited and is not ready for marketing messages yet.',
		'Wait about 10 minutes.',
	),
	134102: fix(
		'This template cannot be sent through the Marketing Messages API.',
		'Send it with the normal message operation.',
	),
	134103: fix(
		'This template cannot be sent through the Marketing Messages API.',
		'Send it with the normal message operation.',
	),
	2388019: fix(
		'The account has as many templates as Meta allows.',
		`Delete templates you no longer use in ${MANAGER}.`,
	),
	2388023: later(
		'A template with this name and language is still being deleted.',
		'Use another name; the old one is free again after about four weeks.',
	),
	2388024: fix(
		'The template already exists in this language.',
		'Edit the existing one, or use another name or language.',
	),
	2388039: fix(
		'The template cannot be changed now: it is in review or appeal, or was edited too often.',
		'Templates can be edited once a day and ten times a month. Wait for the review or try tomorrow.',
	),
	2388040: fix(
		"One of the template's texts is too long.",
		'Limits: header 60, body 1,024, footer 60, button 25 characters.',
	),
	2388047: fix(
		"The template's header is not in the right form.",
		'Correct the header and submit it again.',
	),
	2388072: fix(
		"The template's body is not in the right form.",
		'Correct the body and submit it again.',
	),
	2388073: fix(
		"The template's footer is not in the right form.",
		'Correct the footer and submit it again.',
	),
	2388293: fix(
		'The template has too many variables for so little text.',
		'Add more words around the variables, or use fewer variables.',
	),
	2388299: fix(
		'A variable stands at the very start or end of the template.',
		'Put words before the first and after the last variable.',
	),
};
