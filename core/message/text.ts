import { InputError } from '../input';
import type { Content } from './envelope';
import { checkLength } from './limits';

/**
 * A text message. `previewUrl` shows a preview of the first link; left out, WhatsApp shows none. Throws InputError when
 * the text is empty or too long.
 */
export function textContent({ body, previewUrl }: { body: string; previewUrl?: boolean }): Content {
	if (body.trim() === '') {
		throw new InputError('The text is empty. Enter at least one character that can be seen.');
	}
	checkLength('text.body', body);
	const preview = previewUrl === undefined ? {} : { preview_url: previewUrl };
	return { type: 'text', text: { body, ...preview } };
}
