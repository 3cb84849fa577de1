import { InputError } from '../input';
import type { Content } from './envelope';
import { checkLength } from './limits';
import { isLink, webAddress } from './links';
import { given } from './required';

export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

/** A file Meta fetches from a public address, or one that was uploaded. */
export type Media = { link: string } | { id: string };

/** A file on the web. Throws InputError for anything that is no web address. */
export const mediaLink = (link: string): Media => ({ link: webAddress('The link', link) });

/** An uploaded file. Throws InputError for what cannot be an ID. */
export function mediaId(input: string): Media {
	const id = input.trim();
	if (isLink(id)) {
		throw new InputError(
			`The media ID is the address ${id}. Choose Link as the source, or enter the ID that an upload or a received message gave.`,
		);
	}
	if (/^\S+$/.test(id)) return { id };
	throw new InputError(
		'The media ID is empty or has a space in it. Enter the ID that an upload or a received message gave.',
	);
}

export interface MediaExtras {
	caption?: string;
	/** Shown to the recipient; its ending decides the icon. */
	filename?: string;
	/** Shows audio as a voice message. */
	voice?: boolean;
}

/** The object beside `type`, and in headers. Throws InputError when caption or file name is too long. */
export function mediaObject(media: Media, { caption, filename, voice }: MediaExtras = {}) {
	if (caption) checkLength('media.caption', caption);
	if (filename) checkLength('media.filename', filename);
	return { ...media, ...given({ caption, filename, voice }) };
}

/** A message that is one file. */
export function mediaContent(kind: MediaKind, media: Media, extras: MediaExtras = {}): Content {
	return { type: kind, [kind]: mediaObject(media, extras) };
}
