import type { INodeProperties } from 'n8n-workflow';

export const captionField: INodeProperties = {
	displayName: 'Caption',
	name: 'caption',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. Our new opening hours',
	description: 'Text below it, up to 1024 characters',
};
