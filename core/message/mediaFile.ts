import { createHash } from 'node:crypto';
import type { FormFile } from '../graph/client';
import { InputError } from '../input';
import type { MediaKind } from './media';
import { endingOf, kindOf, mediaKinds, plainMime } from './mediaKinds';
import { isAnimatedWebp, isOpus, sniffMime } from './sniff';

interface GivenFile {
	data: Buffer;
	mimeType?: string;
	fileName?: string;
}

/** A file ready for upload, and the name of its content. */
export interface UploadFile extends FormFile {
	mime: string;
	sha256: string;
}

const UNTOLD = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

function mimeOf({ data, mimeType = '' }: GivenFile): string {
	const told = plainMime(mimeType);
	const isUntold = UNTOLD.has(told);
	return (isUntold ? sniffMime(data) : undefined) ?? told;
}

/** Meta judges by the ending too, so one that does not fit is replaced: `voice.opus` -> `voice.ogg`. */
function nameOf(fileName: string, kind: MediaKind, mime: string): string {
	const name = fileName.trim() || 'file';
	const ending = endingOf(mime);
	const has = /\.([^./\\]{1,8})$/.exec(name)?.[1].toLowerCase();
	const fits = has === ending || (ending === 'jpg' && has === 'jpeg');
	if (!ending || fits || (kind === 'document' && has)) return name;
	return `${name.replace(/\.[^./\\]{1,8}$/, '')}.${ending}`;
}

const size = (bytes: number) =>
	bytes < 2 ** 20 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 2 ** 20).toFixed(1)} MB`;

function checkType(kind: MediaKind, mime: string): void {
	const { types, words } = mediaKinds[kind];
	// Meta's page lists eight kinds of document and says that others may work.
	if (mime in types || kind === 'document') return;
	const other = kindOf(mime);
	const instead = other ? ` WhatsApp sends it as ${mediaKinds[other].words}.` : '';
	throw new InputError(
		`The file is of type "${mime || 'unknown'}", and ${words} has to be ${Object.keys(types).join(' or ')}.${instead}`,
	);
}

function checkSize(kind: MediaKind, data: Buffer): void {
	const { maxBytes, words } = mediaKinds[kind];
	const isStill = kind === 'sticker' && !isAnimatedWebp(data);
	const max = isStill ? 100 * 1024 : maxBytes;
	if (data.length === 0) throw new InputError('The file is empty.');
	if (data.length <= max) return;
	const what = isStill ? 'a sticker that does not move' : words;
	throw new InputError(
		`The file has ${size(data.length)}; WhatsApp allows ${size(max)} for ${what}. Make it smaller.`,
	);
}

/**
 * Makes a file fit for upload: finds its type when n8n does not know it, gives it the ending Meta expects. Throws
 * InputError when WhatsApp does not take its type or its size. Without `kind` it is taken as what its type says.
 */
export function uploadFile(given: GivenFile, kind?: MediaKind): UploadFile {
	const { data, fileName = '' } = given;
	const mime = mimeOf(given);
	const taken = kind ?? kindOf(mime) ?? 'document';
	checkType(taken, mime);
	checkSize(taken, data);
	return {
		data,
		filename: nameOf(fileName, taken, mime),
		mime,
		contentType: mime === 'audio/ogg' && isOpus(data) ? 'audio/ogg; codecs=opus' : mime,
		sha256: createHash('sha256').update(data).digest('hex'),
	};
}
