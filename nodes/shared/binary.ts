import type { IExecuteFunctions } from 'n8n-workflow';
import { InputError } from '../../core/input';

/** A file that came with an item. Throws InputError, naming what the item has instead, when there is none. */
export async function readBinary(context: IExecuteFunctions, item: number, field: string) {
	const files = context.getInputData()[item].binary ?? {};
	const binary = files[field];
	if (!binary) {
		const names = Object.keys(files);
		const has = names.length > 0 ? `It has: ${names.join(', ')}.` : 'It has none.';
		throw new InputError(
			`The item has no file in the binary field "${field}". ${has} Enter the name of the field, or read the file in a node before this one.`,
		);
	}
	const data = await context.helpers.getBinaryDataBuffer(item, field);
	return { data, mimeType: binary.mimeType, fileName: binary.fileName };
}
