import { productContent } from '../../../../core/message/interactive/products';
import { catalogIdField, productIdField } from '../../catalog';
import { recipientFields, replyOptions } from '../../fields';
import { textField } from '../../form';
import { sending } from '../../send';
import { footerField, optionalBodyField, textsAround } from '../../texts';

export const sendProduct = sending({
	name: 'Send Product',
	action: 'Send product message',
	description: 'Send one product of your catalog',
	fields: [
		...recipientFields,
		catalogIdField,
		productIdField,
		optionalBodyField,
		footerField,
		replyOptions,
	],
	content: (form) =>
		productContent(textsAround(form), {
			catalogId: textField(form, 'catalogId'),
			productId: textField(form, 'productId'),
		}),
});
