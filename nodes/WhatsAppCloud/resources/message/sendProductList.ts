import type { INodeProperties } from 'n8n-workflow';
import { productListContent } from '../../../../core/message/interactive/products';
import { catalogIdField } from '../../catalog';
import { recipientFields, replyOptions } from '../../fields';
import { entriesOf, rowsField, textField, textOf } from '../../form';
import { sending } from '../../send';
import { bodyField, footerField, textsAround } from '../../texts';

const sectionsField: INodeProperties = {
	displayName: 'Sections',
	name: 'productSections',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add section',
	default: {},
	description: 'Up to 30 products in all sections together',
	options: [
		{
			displayName: 'Section',
			name: 'section',
			values: [
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					placeholder: 'e.g. Summer shoes',
					description: 'Up to 24 characters; needed as soon as there are two sections',
				},
				{
					displayName: 'Product IDs',
					name: 'productIds',
					type: 'string',
					default: '',
					placeholder: 'e.g. SKU-2041, SKU-2042',
					description: 'Content IDs of the products in the catalog, with commas between them',
				},
			],
		},
	],
};

export const sendProductList = sending({
	name: 'Send Product List',
	action: 'Send product list message',
	description: 'Send up to 30 products of your catalog in sections',
	fields: [
		...recipientFields,
		catalogIdField,
		{
			displayName: 'Header Text',
			name: 'headerText',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. New this week',
			description: 'Up to 60 characters',
		},
		bodyField,
		sectionsField,
		footerField,
		replyOptions,
	],
	content: (form) => {
		const sections = rowsField(form, 'productSections', 'section').map(({ title, productIds }) => ({
			title: textOf(title),
			productIds: entriesOf(textOf(productIds)),
		}));
		const frame = { header: textField(form, 'headerText'), ...textsAround(form) };
		return productListContent(frame, textField(form, 'catalogId'), sections);
	},
});
