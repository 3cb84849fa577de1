import type { Component, Store } from '../../store';
import { missing, refused } from './refused';

/** What may stand in a header of each kind. */
const FITS: Record<string, RegExp> = {
	IMAGE: /^image\//,
	VIDEO: /^video\//,
	GIF: /^video\//,
	DOCUMENT: /^application\/pdf/,
};

/** A media header needs a sample: the handle of a resumable upload of the right kind. */
export function checkMedia({ handles }: Store, { example }: Component, format: string): void {
	const given = (example as { header_handle?: unknown } | undefined)?.header_handle;
	const handle = Array.isArray(given) ? String(given[0] ?? '') : '';
	if (!handle) throw missing('HEADER', 'example.header_handle');
	const file = handles.get(handle.split('\n')[0]);
	if (!file)
		throw refused(
			2494102,
			'Invalid media handle',
			'Upload the sample first and use the handle that the upload returns.',
		);
	if (!FITS[format]?.test(file.type))
		throw refused(
			2388047,
			'Message template header format is incorrect',
			`A sample of type ${file.type} does not fit a header of format ${format}.`,
		);
}
