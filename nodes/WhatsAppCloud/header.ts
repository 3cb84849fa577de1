import type { INodePropertyOptions, INodeProperties } from 'n8n-workflow';
import type { Header } from '../../core/message/interactive/frame';
import { ANY_SOURCE, fileNamed } from './file';
import { textField, type Form } from './form';

const KINDS: Record<string, INodePropertyOptions> = {
	document: { name: 'Document', value: 'document' },
	image: { name: 'Image', value: 'image' },
	none: { name: 'None', value: 'none' },
	text: { name: 'Text', value: 'text' },
	video: { name: 'Video', value: 'video' },
};

type Kind = 'document' | 'image' | 'text' | 'video';

/** What may stand above the body: a choice, and the field that belongs to it. */
export function headerFields(kinds: Kind[]): INodeProperties[] {
	const files = kinds.filter((kind) => kind !== 'text');
	const fields: INodeProperties[] = [
		{
			displayName: 'Header',
			name: 'header',
			type: 'options',
			options: Object.values(KINDS).filter(
				({ value }) => value === 'none' || kinds.includes(value as Kind),
			),
			default: 'none',
			description: 'What stands above the body',
		},
		{
			displayName: 'Header Text',
			name: 'headerText',
			type: 'string',
			default: '',
			required: true,
			description: 'Up to 60 characters',
			displayOptions: { show: { header: ['text'] } },
		},
		{
			displayName: 'Header File',
			name: 'headerFile',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://shop.example.com/header.jpg',
			description: ANY_SOURCE,
			displayOptions: { show: { header: files } },
		},
		{
			displayName: 'Header File Name',
			name: 'headerFilename',
			type: 'string',
			default: '',
			placeholder: 'e.g. Invoice.pdf',
			description: 'Name of the document that the recipient sees',
			displayOptions: { show: { header: ['document'] } },
		},
	];
	const used: Record<string, boolean> = {
		header: true,
		headerText: kinds.includes('text'),
		headerFile: files.length > 0,
		headerFilename: kinds.includes('document'),
	};
	return fields.filter(({ name }) => used[name]);
}

/** The header chosen in `headerFields`; `undefined` for none. Uploads a file that comes with the item. */
export async function headerOf(form: Form): Promise<Header | undefined> {
	const type = textField(form, 'header') as Kind | 'none' | '';
	if (type === 'none' || type === '') return undefined;
	if (type === 'text') return { type, text: textField(form, 'headerText') };
	const { media, filename } = await fileNamed(form, type, textField(form, 'headerFile'));
	if (type !== 'document') return { type, media };
	return { type, media, filename: textField(form, 'headerFilename') || filename };
}
