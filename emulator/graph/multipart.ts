import type { Call } from './call';
import { parseList } from './call';

export interface UploadedFile {
	content: Buffer;
	mime_type: string;
	filename?: string;
}

/** The parts of a multipart call: its plain fields and its file. A call of another type has its parameters as fields. */
export async function readParts({
	request,
	params,
}: Call): Promise<{ fields: Record<string, unknown>; file?: UploadedFile }> {
	if (!request.isMultipart()) return { fields: params };
	const fields: Record<string, unknown> = { ...(request.query as Record<string, unknown>) };
	let file: UploadedFile | undefined;
	for await (const part of request.parts()) {
		if (part.type === 'file') {
			const { mimetype: mime_type, filename } = part;
			file = { content: await part.toBuffer(), mime_type, filename };
		} else fields[part.fieldname] = parseList(part.value) ?? String(part.value);
	}
	return { fields, file };
}
