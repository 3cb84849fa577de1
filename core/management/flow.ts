import { list, record, text } from '../webhook/read';

export const FLOW_CATEGORIES = {
	APPOINTMENT_BOOKING: 'Appointment Booking',
	CONTACT_US: 'Contact Us',
	CUSTOMER_SUPPORT: 'Customer Support',
	LEAD_GENERATION: 'Lead Generation',
	OTHER: 'Other',
	SIGN_IN: 'Sign In',
	SIGN_UP: 'Sign Up',
	SURVEY: 'Survey',
};

export const FLOW_FIELDS =
	'id,name,status,categories,validation_errors,json_version,data_api_version,endpoint_uri';

/** What Meta found in a Flow JSON, as sentences with the line they are about. */
export const flowFaults = (errors: unknown): string[] =>
	list(errors)
		.map(record)
		.map(({ line_start, message, error }) => {
			const line = text(line_start);
			return [line && `Line ${line}:`, text(message) || text(error)].filter(Boolean).join(' ');
		});

/** A flow, flat. */
export function flowSummary(answer: unknown) {
	const flow = record(answer);
	return {
		flow_id: text(flow.id),
		name: text(flow.name),
		status: text(flow.status),
		categories: list(flow.categories).map(text),
		json_version: text(flow.json_version),
		data_api_version: text(flow.data_api_version),
		endpoint_uri: text(flow.endpoint_uri),
		validation_errors: flowFaults(flow.validation_errors),
	};
}
