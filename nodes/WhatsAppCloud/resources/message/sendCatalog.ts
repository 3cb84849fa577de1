import { catalogContent } from '../../../../core/message/interactive/products';
import { recipientFields, replyOptions } from '../../fields';
import { textField } from '../../form';
import { sending } from '../../send';
import { bodyField, footerField, textsAround } from '../../texts';

export const sendCatalog = sending({
	name: 'Send Catalog',
	action: 'Send catalog message',
	description: 'Send a text with a button that opens your whole catalog',
	fields: [
		...recipientFields,
		bodyField,
		footerField,
		{
			displayName: 'Thumbnail Product ID',
			name: 'thumbnailId',
			type: 'string',
			default: '',
			placeholder: 'e.g. SKU-2041',
			description:
				'Content ID of the product whose picture is shown. Left empty, Meta takes the first.',
		},
		replyOptions,
	],
	content: (form) => catalogContent(textsAround(form), textField(form, 'thumbnailId')),
});
