const MEBIBYTE = 2 ** 20;
const OFFICE = 'application/vnd.openxmlformats-officedocument';

const KINDS: Array<{ max: number; types: string[] }> = [
	{ max: 16 * MEBIBYTE, types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'] },
	{ max: 16 * MEBIBYTE, types: ['video/mp4', 'video/3gpp'] },
	{ max: 5 * MEBIBYTE, types: ['image/jpeg', 'image/png'] },
	{ max: 500 * 1024, types: ['image/webp'] },
	{
		max: 100 * MEBIBYTE,
		types: [
			'text/plain',
			'application/pdf',
			'application/msword',
			'application/vnd.ms-excel',
			'application/vnd.ms-powerpoint',
			`${OFFICE}.wordprocessingml.document`,
			`${OFFICE}.spreadsheetml.sheet`,
			`${OFFICE}.presentationml.presentation`,
		],
	},
];

export const mediaTypes = KINDS.flatMap(({ types }) => types);

/** The size limit of a MIME type, undefined when Meta does not take it. */
export const maxBytes = (mime: string) => KINDS.find(({ types }) => types.includes(mime))?.max;
