import { GraphFailure } from '../error';

/** Template refusals carry their real code as subcode and a text for people. */
export const refused = (subcode: number | undefined, userTitle: string, userMessage: string) =>
	new GraphFailure(100, { message: 'Invalid parameter', subcode, userTitle, userMessage });

/** A part that Meta expects and did not find, an example most of the time. */
export const missing = (component: string, field: string) =>
	refused(
		2388043,
		'Message template "components" param is missing expected field(s)',
		`component of type ${component} is missing expected field(s) (${field})`,
	);
