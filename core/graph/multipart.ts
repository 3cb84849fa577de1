import { randomBytes } from 'node:crypto';
import type { FormFile } from './client';

const quoted = (text: string) => text.replace(/["\r\n]/g, (c) => encodeURIComponent(c));

/** Encodes form fields and files as one multipart/form-data body. */
export function encodeMultipart(form: Record<string, string | FormFile>): {
	contentType: string;
	body: Buffer;
} {
	const boundary = `form-${randomBytes(18).toString('hex')}`;
	const parts = Object.entries(form).flatMap(([name, value]) => {
		const disposition = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"`;
		return typeof value === 'string'
			? [Buffer.from(`${disposition}\r\n\r\n${value}\r\n`)]
			: [
					Buffer.from(
						`${disposition}; filename="${quoted(value.filename)}"\r\nContent-Type: ${quoted(value.contentType)}\r\n\r\n`,
					),
					value.data,
					Buffer.from('\r\n'),
				];
	});
	return {
		contentType: `multipart/form-data; boundary=${boundary}`,
		body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
	};
}
