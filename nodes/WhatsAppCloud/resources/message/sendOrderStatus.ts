import { ORDER_STATUSES, orderStatusContent } from '../../../../core/message/interactive/order';
import { recipientFields, replyOptions } from '../../fields';
import { textField } from '../../form';
import { sending } from '../../send';
import { bodyField, footerField, textsAround } from '../../texts';
import { referenceIdField } from '../../orders';

const titled = (status: string) =>
	status.replace(
		/(^|_)(\w)/g,
		(_, gap: string, letter: string) => (gap && ' ') + letter.toUpperCase(),
	);

export const sendOrderStatus = sending({
	name: 'Send Order Status',
	action: 'Send order status message',
	description: 'Tell what became of an order that was sent with Send Order Details',
	fields: [
		...recipientFields,
		referenceIdField,
		{
			displayName: 'Order Status',
			name: 'orderStatus',
			type: 'options',
			options: ORDER_STATUSES.map((value) => ({ name: titled(value), value })),
			default: 'processing',
			description: 'A canceled or completed order cannot be changed any more',
		},
		bodyField,
		{
			displayName: 'Description',
			name: 'orderDescription',
			type: 'string',
			default: '',
			placeholder: 'e.g. It leaves our shop tomorrow',
			description: 'Shown with the status',
		},
		footerField,
		replyOptions,
	],
	content: (form) =>
		orderStatusContent(textsAround(form), {
			referenceId: textField(form, 'referenceId'),
			status: textField(form, 'orderStatus'),
			description: textField(form, 'orderDescription'),
		}),
});
