import { interactiveContent } from './frame';

/** Asks for the person's location with a button. */
export const locationRequestContent = (body: string) =>
	interactiveContent('location_request_message', { body }, { name: 'send_location' });

/** Asks for the person's contact card, and so for the number of somebody who hides it. */
export const contactInfoRequestContent = (body: string) =>
	interactiveContent('request_contact_info', { body }, { name: 'request_contact_info' });

/** Asks whether your business may call. Meta allows one a day and two a week per person. */
export const callPermissionRequestContent = (body?: string) =>
	interactiveContent(
		'call_permission_request',
		{ body },
		{ name: 'call_permission_request' },
		{ bodyOptional: true },
	);
