import type { INodeProperties } from 'n8n-workflow';
import { mediaContent } from '../../../../core/message/media';
import { captionField } from '../../captions';
import { groupOptions, recipientFields } from '../../fields';
import { fileFields, fileOf } from '../../file';
import { textField } from '../../form';
import { sending } from '../../send';

const filenameField: INodeProperties = {
	displayName: 'File Name',
	name: 'filename',
	type: 'string',
	default: '',
	placeholder: 'e.g. Invoice 2041.pdf',
	description:
		'Name the recipient sees; its ending decides the icon. Left empty, a file of the item keeps its own name.',
};

export const sendDocument = sending({
	name: 'Send Document',
	action: 'Send document message',
	description: 'Send a PDF, an Office document or a text file of up to 100 MB, with a caption',
	fields: [
		...recipientFields,
		...fileFields('document'),
		filenameField,
		captionField,
		groupOptions(),
	],
	content: async (form) => {
		const { media, filename } = await fileOf(form, 'document');
		return mediaContent('document', media, {
			caption: textField(form, 'caption'),
			filename: textField(form, 'filename').trim() || filename,
		});
	},
});
