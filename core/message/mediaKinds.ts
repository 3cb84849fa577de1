import type { MediaKind } from './media';

const MEBIBYTE = 2 ** 20;
const OFFICE = 'application/vnd.openxmlformats-officedocument';

interface Kind {
	/** As in a sentence: "an image". */
	words: string;
	/** Meta does not say whether its megabytes are binary; this reading never refuses what it would take. */
	maxBytes: number;
	/** MIME type to file ending. */
	types: Record<string, string>;
}

/** Cloud API reference, Media, Supported media types. */
export const mediaKinds: Record<MediaKind, Kind> = {
	audio: {
		words: 'an audio file',
		maxBytes: 16 * MEBIBYTE,
		types: {
			'audio/aac': 'aac',
			'audio/amr': 'amr',
			'audio/mp4': 'm4a',
			'audio/mpeg': 'mp3',
			'audio/ogg': 'ogg',
		},
	},
	document: {
		words: 'a document',
		maxBytes: 100 * MEBIBYTE,
		types: {
			'application/msword': 'doc',
			'application/pdf': 'pdf',
			'application/vnd.ms-excel': 'xls',
			'application/vnd.ms-powerpoint': 'ppt',
			[`${OFFICE}.presentationml.presentation`]: 'pptx',
			[`${OFFICE}.spreadsheetml.sheet`]: 'xlsx',
			[`${OFFICE}.wordprocessingml.document`]: 'docx',
			'text/plain': 'txt',
		},
	},
	image: {
		words: 'an image',
		maxBytes: 5 * MEBIBYTE,
		types: { 'image/jpeg': 'jpg', 'image/png': 'png' },
	},
	sticker: { words: 'a sticker', maxBytes: 500 * 1024, types: { 'image/webp': 'webp' } },
	video: {
		words: 'a video',
		maxBytes: 16 * MEBIBYTE,
		types: { 'video/3gpp': '3gp', 'video/mp4': 'mp4' },
	},
};

/** Other names of the same types. */
const ALIASES: Record<string, string> = {
	'application/ogg': 'audio/ogg',
	'audio/m4a': 'audio/mp4',
	'audio/mp3': 'audio/mpeg',
	'audio/opus': 'audio/ogg',
	'audio/x-m4a': 'audio/mp4',
	'image/jpg': 'image/jpeg',
	'video/3gp': 'video/3gpp',
};

/** `Image/JPG; q=1` -> `image/jpeg`. */
export function plainMime(mime: string): string {
	const plain = mime.split(';')[0].trim().toLowerCase();
	return ALIASES[plain] ?? plain;
}

/** What WhatsApp would send a file of this type as; `undefined` when it takes no such file. */
export const kindOf = (mime: string): MediaKind | undefined =>
	(Object.keys(mediaKinds) as MediaKind[]).find((kind) => mime in mediaKinds[kind].types);

/** The ending Meta expects on a file of this type, without the dot; empty when unknown. */
export function endingOf(mime: string): string {
	const kind = kindOf(plainMime(mime));
	return kind ? mediaKinds[kind].types[plainMime(mime)] : '';
}
