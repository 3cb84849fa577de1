import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { InputError } from '../../core/input';
import type { Services } from '../shared/operation';
import { textOf } from './form';

export const mediaIdField: INodeProperties = {
	displayName: 'Media ID',
	name: 'mediaId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 1013859600285441',
	description: 'ID that an upload or a received message gave',
};

/** The ID, into the facts first. Throws InputError when it is empty or has signs that would change the address. */
export function mediaIdOf(context: IExecuteFunctions, item: number, { facts }: Services): string {
	const id = textOf(context.getNodeParameter('mediaId', item, '')).trim();
	facts.id = id;
	if (/^\w+$/.test(id)) return id;
	const what = id === '' ? 'is empty' : `"${id}" cannot be one`;
	throw new InputError(`The Media ID ${what}. Enter the ID that an upload or a message gave.`);
}

/** What Graph knows about a file. */
export interface MediaInfo {
	id?: string;
	url?: string;
	mime_type?: string;
	/** Hex or Base64; Meta's pages have both. */
	sha256?: string;
	/** A number, or digits. */
	file_size?: number | string;
}

export const readMedia = async ({ graph }: Services, id: string) =>
	await graph<MediaInfo>({ method: 'GET', path: `/${id}` });
