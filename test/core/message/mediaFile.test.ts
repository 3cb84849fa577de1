import { createHash } from 'node:crypto';
import { InputError } from '../../../core/input';
import type { MediaKind } from '../../../core/message/media';
import { uploadFile } from '../../../core/message/mediaFile';
import { mediaKinds } from '../../../core/message/mediaKinds';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const moving = bytes(`RIFF\0\0\0\0WEBPVP8X\0\0\0\0\x02`);

it.each<[string, string, string, MediaKind | undefined, { filename: string; contentType: string }]>(
	[
		['image/png', 'a.png', '\x89PNG', 'image', { filename: 'a.png', contentType: 'image/png' }],
		[
			'image/jpg',
			'a.jpeg',
			'\xff\xd8\xff',
			'image',
			{ filename: 'a.jpeg', contentType: 'image/jpeg' },
		],
		['', 'photo', '\xff\xd8\xff', 'image', { filename: 'photo.jpg', contentType: 'image/jpeg' }],
		[
			'application/octet-stream',
			'v',
			'\0\0\0\x18ftypisom',
			'video',
			{ filename: 'v.mp4', contentType: 'video/mp4' },
		],
		[
			'application/octet-stream',
			'v',
			'\0\0\0\x18ftyp3gp4',
			'video',
			{ filename: 'v.3gp', contentType: 'video/3gpp' },
		],
		[
			'audio/opus',
			'note.opus',
			'OggS OpusHead',
			'audio',
			{ filename: 'note.ogg', contentType: 'audio/ogg; codecs=opus' },
		],
		[
			'audio/ogg; codecs=opus',
			'',
			'OggS vorbis',
			'audio',
			{ filename: 'file.ogg', contentType: 'audio/ogg' },
		],
		['audio/mp3', 'a.mpeg', 'ID3', 'audio', { filename: 'a.mp3', contentType: 'audio/mpeg' }],
		['audio/x-m4a', 'a.m4a', 'x', 'audio', { filename: 'a.m4a', contentType: 'audio/mp4' }],
		[
			'application/pdf',
			'invoice',
			'%PDF-',
			'document',
			{ filename: 'invoice.pdf', contentType: 'application/pdf' },
		],
		[
			'application/zip',
			'all.zip',
			'PK',
			'document',
			{ filename: 'all.zip', contentType: 'application/zip' },
		],
		[
			'text/plain',
			'notes.md',
			'a',
			'document',
			{ filename: 'notes.md', contentType: 'text/plain' },
		],
		['', 'a', '%PDF-', undefined, { filename: 'a.pdf', contentType: 'application/pdf' }],
	],
)('%j named %j goes up as Meta knows it', (mimeType, fileName, content, kind, expected) => {
	const data = bytes(content);
	const sha256 = createHash('sha256').update(data).digest('hex');
	expect(uploadFile({ data, mimeType, fileName }, kind)).toMatchObject({ ...expected, sha256 });
});

it.each<[MediaKind, string, RegExp]>([
	['image', 'image/gif', /"image\/gif", and an image has to be image\/jpeg or image\/png\.$/],
	['image', 'image/webp', /WhatsApp sends it as a sticker/],
	['audio', 'video/mp4', /WhatsApp sends it as a video/],
	['video', '', /type "unknown"/],
])('%s does not take %j', (kind, mimeType, sentence) => {
	expect(() => uploadFile({ data: bytes('x'), mimeType }, kind)).toThrow(InputError);
	expect(() => uploadFile({ data: bytes('x'), mimeType }, kind)).toThrow(sentence);
});

it.each(Object.keys(mediaKinds) as MediaKind[])(
	'%s may have its limit and not a byte more',
	(kind) => {
		const { maxBytes, types } = mediaKinds[kind];
		const [mimeType] = Object.keys(types);
		const file = (size: number) => {
			const data = Buffer.alloc(size);
			if (kind === 'sticker') moving.copy(data);
			return { data, mimeType };
		};
		expect(uploadFile(file(maxBytes), kind).data).toHaveLength(maxBytes);
		expect(() => uploadFile(file(maxBytes + 1), kind)).toThrow(/WhatsApp allows/);
	},
);

it('a sticker that does not move has a fifth of the room', () => {
	const still = { data: Buffer.alloc(100 * 1024 + 1), mimeType: 'image/webp' };
	expect(() => uploadFile(still, 'sticker')).toThrow(/100 KB for a sticker that does not move/);
});
