import type { Content } from '../envelope';
import { checkLength } from '../limits';
import { mediaObject, type Media } from '../media';
import { required } from '../required';

/** What stands above the body: a text, or a file. */
export type Header =
	| { type: 'text'; text: string }
	| { type: 'image' | 'video' | 'document'; media: Media; filename?: string };

/** What all interactive messages share around their buttons. */
export interface Frame {
	header?: Header;
	body?: string;
	footer?: string;
}

interface Rules {
	bodyLimit?: 'interactive.body' | 'list.body';
	bodyOptional?: boolean;
}

function headerObject(header: Header) {
	if (header.type === 'text') {
		const text = required('The header', header.text);
		checkLength('interactive.header', text);
		return { type: 'text', text };
	}
	const { type, media, filename } = header;
	return { type, [type]: mediaObject(media, { filename }) };
}

function bodyObject(body: string | undefined, { bodyLimit, bodyOptional }: Rules) {
	if (bodyOptional && !body?.trim()) return undefined;
	const text = required('The body', body);
	checkLength(bodyLimit ?? 'interactive.body', text);
	return { text };
}

/** An interactive message of any type. Throws InputError when header, body or footer is empty or too long. */
export function interactiveContent(
	type: string,
	{ header, body, footer }: Frame,
	action: Record<string, unknown>,
	rules: Rules = {},
): Content {
	const text = bodyObject(body, rules);
	if (footer) checkLength('interactive.footer', footer);
	return {
		type: 'interactive',
		interactive: {
			type,
			...(header && { header: headerObject(header) }),
			...(text && { body: text }),
			...(footer && { footer: { text: footer } }),
			action,
		},
	};
}
