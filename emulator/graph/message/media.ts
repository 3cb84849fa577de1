import type { Store } from '../../store';
import { isObject } from '../call';
import { GraphFailure } from '../error';

/** Refuses uploaded media nobody uploaded to this number, wherever in the message it stands. */
export function requireMedia(
	store: Store,
	phoneNumberId: string,
	type: string,
	content: unknown,
): void {
	walk(content, type, (name, id) => {
		const media = store.media.get(id);
		if (media && media.phoneNumberId === phoneNumberId) return;
		throw new GraphFailure(100, {
			message: `(#100) Param ${name}['id'] is not a valid whatsapp business account media attachment ID`,
		});
	});
}

const KINDS = new Set(['image', 'video', 'audio', 'document', 'sticker', 'gif']);

function walk(value: unknown, name: string, found: (name: string, id: string) => void): void {
	if (Array.isArray(value)) for (const one of value) walk(one, name, found);
	if (!isObject(value)) return;
	if (KINDS.has(name) && typeof value.id === 'string') found(name, value.id);
	for (const [key, inner] of Object.entries(value)) walk(inner, key, found);
}
