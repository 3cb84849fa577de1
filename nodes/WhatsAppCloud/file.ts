import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../../core/input';
import { isLink } from '../../core/message/links';
import { mediaId, mediaLink, type Media, type MediaKind } from '../../core/message/media';
import { uploadFile } from '../../core/message/mediaFile';
import { readBinary } from '../shared/binary';
import { textField, type Form } from './form';
import { uploadOnce } from './upload';

export interface ChosenFile {
	media: Media;
	/** Known for a file that came with the item. */
	filename?: string;
}

/** What stands for the media ID while a message is only checked. */
const NOT_UPLOADED = 'uploaded-when-sent';

/** Uploads a file of the item, or finds the ID it got before in this run. */
async function uploaded(form: Form, kind: MediaKind, field: string): Promise<ChosenFile> {
	const { context, item, services, phoneNumberId, options } = form;
	const file = uploadFile(await readBinary(context, item, field), kind);
	const id = options.validateOnly ? NOT_UPLOADED : await uploadOnce(services, phoneNumberId, file);
	return { media: { id }, filename: file.filename };
}

/** Where the file of a message comes from, as three fields of which one is shown. */
export const fileFields = (what: string): INodeProperties[] => [
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		options: [
			{
				name: 'Binary Field',
				value: 'binary',
				description: 'A file of this item; it is uploaded first, the same file only once per run',
			},
			{ name: 'Link', value: 'link', description: 'A public address from which Meta fetches it' },
			{ name: 'Media ID', value: 'id', description: 'A file that was uploaded before' },
		],
		default: 'link',
		description: `Where the ${what} comes from`,
	},
	{
		displayName: 'Link',
		name: 'link',
		type: 'string',
		default: '',
		required: true,
		placeholder: `e.g. https://shop.example.com/${what}`,
		description: 'Public address of the file. Meta keeps what it fetched for ten minutes.',
		displayOptions: { show: { source: ['link'] } },
	},
	{
		displayName: 'Media ID',
		name: 'mediaId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1013859600285441',
		description: 'ID that an upload or a received message gave; uploads live for 30 days',
		displayOptions: { show: { source: ['id'] } },
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryField',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the input field containing the file to be sent',
		displayOptions: { show: { source: ['binary'] } },
	},
];

/** The file chosen in `fileFields`. Throws InputError when it is missing or not of the kind. */
export async function fileOf(form: Form, kind: MediaKind): Promise<ChosenFile> {
	const source = textField(form, 'source');
	if (source === 'binary') return await uploaded(form, kind, textField(form, 'binaryField').trim());
	if (source === 'id') return { media: mediaId(textField(form, 'mediaId')) };
	return { media: mediaLink(textField(form, 'link')) };
}

export const ANY_SOURCE =
	'Public link (https://…), media ID, or the name of the binary field that holds the file';

/** A file named in one field: a link, digits, or else a binary field of the item. */
export async function fileNamed(form: Form, kind: MediaKind, text: string): Promise<ChosenFile> {
	const name = text.trim();
	if (isLink(name)) return { media: { link: name } };
	if (/^\d+$/.test(name)) return { media: { id: name } };
	if (name === '') {
		throw new InputError(
			`The ${kind} is missing. Enter its public link, media ID or binary field.`,
		);
	}
	return await uploaded(form, kind, name);
}
