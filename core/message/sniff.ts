/** First bytes of the files WhatsApp takes. */
const SIGNATURES: { mime: string; at?: number; bytes: string }[] = [
	{ mime: 'image/jpeg', bytes: '\xff\xd8\xff' },
	{ mime: 'image/png', bytes: '\x89PNG' },
	{ mime: 'image/webp', at: 8, bytes: 'WEBP' },
	{ mime: 'audio/ogg', bytes: 'OggS' },
	{ mime: 'audio/mpeg', bytes: 'ID3' },
	{ mime: 'audio/mpeg', bytes: '\xff\xfb' },
	{ mime: 'audio/amr', bytes: '#!AMR' },
	{ mime: 'audio/aac', bytes: '\xff\xf1' },
	{ mime: 'audio/mp4', at: 4, bytes: 'ftypM4A' },
	{ mime: 'video/3gpp', at: 4, bytes: 'ftyp3g' },
	{ mime: 'video/mp4', at: 4, bytes: 'ftyp' },
	{ mime: 'application/pdf', bytes: '%PDF-' },
];

/** The type a file's own bytes tell, or `undefined`. */
export function sniffMime(data: Buffer): string | undefined {
	const head = data.toString('latin1', 0, 32);
	return SIGNATURES.find(({ at = 0, bytes }) => head.startsWith(bytes, at))?.mime;
}

/** True for Opus in an Ogg container, the one kind of Ogg WhatsApp plays. */
export const isOpus = (data: Buffer) => data.toString('latin1', 0, 128).includes('OpusHead');

/** True for a WebP file whose extended header says that it moves. */
export const isAnimatedWebp = (data: Buffer) =>
	data.toString('latin1', 12, 16) === 'VP8X' && (data[20] & 0x02) !== 0;
