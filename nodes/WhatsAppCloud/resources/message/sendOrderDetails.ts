import type { INodeProperties } from 'n8n-workflow';
import { orderDetailsContent } from '../../../../core/message/interactive/order';
import { recipientFields, replyOptions } from '../../fields';
import { headerFields } from '../../header';
import { orderOf, referenceIdField } from '../../orders';
import { sending } from '../../send';
import { bodyField, footerField, frameOf } from '../../texts';

const AMOUNT = 'In the currency of the order, such as 12.50';

const text = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
});

const itemsField: INodeProperties = {
	displayName: 'Items',
	name: 'items',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add item',
	default: {},
	description: 'What is paid for. Subtotal and total are worked out for you.',
	options: [
		{
			displayName: 'Item',
			name: 'entry',
			values: [
				{
					...text('Name', 'name', 'As the customer reads it'),
					placeholder: 'e.g. Sourdough bread',
				},
				{ ...text('Amount', 'amount', AMOUNT), placeholder: 'e.g. 12.50' },
				text(
					'Sale Amount',
					'saleAmount',
					'Counts instead of the amount, which is shown struck out',
				),
				{
					displayName: 'Quantity',
					name: 'quantity',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 1,
				},
				text('Product ID', 'retailerId', 'Content ID of the product, if it is in your catalog'),
			],
		},
	],
};

const extrasField: INodeProperties = {
	displayName: 'More Order Details',
	name: 'extras',
	type: 'collection',
	placeholder: 'Add detail',
	default: {},
	options: [
		text('Catalog ID', 'catalogId', 'Catalog that the products belong to'),
		text('Discount', 'discount', AMOUNT),
		text('Discount Description', 'discountDescription', 'Shown beside the discount'),
		text('Discount Program', 'program', 'Name of the programme the discount comes from'),
		text('Expiration', 'expiration', 'Unix time in seconds after which it cannot be paid any more'),
		text('Expiration Description', 'expirationDescription', 'Shown when the order has expired'),
		{
			displayName: 'Payment Settings (JSON)',
			name: 'paymentSettings',
			type: 'json',
			default: '',
			description: "Meta's list of payment settings, in place of a payment configuration",
		},
		text('Shipping', 'shipping', AMOUNT),
		text('Shipping Description', 'shippingDescription', 'Shown beside the shipping costs'),
		text('Tax', 'tax', AMOUNT),
		text('Tax Description', 'taxDescription', 'Shown beside the tax'),
	],
};

export const sendOrderDetails = sending({
	name: 'Send Order Details',
	action: 'Send order details message',
	description:
		'Send an order that is paid in the chat, where Meta offers payments (India and Brazil)',
	fields: [
		...recipientFields,
		bodyField,
		referenceIdField,
		itemsField,
		{ ...text('Currency', 'currency', 'Three letters'), default: 'INR', placeholder: 'e.g. INR' },
		{
			displayName: 'Goods',
			name: 'goods',
			type: 'options',
			options: [
				{ name: 'Digital', value: 'digital-goods' },
				{ name: 'Physical', value: 'physical-goods' },
			],
			default: 'digital-goods',
			description: 'Whether something has to be delivered',
		},
		{
			...text('Payment Type', 'paymentType', "Meta's name of the way to pay"),
			placeholder: 'e.g. upi',
		},
		{
			...text('Payment Configuration', 'paymentConfiguration', 'Its name in WhatsApp Manager'),
			placeholder: 'e.g. my-payments',
		},
		extrasField,
		...headerFields(['document', 'image', 'video']),
		footerField,
		replyOptions,
	],
	content: async (form) => orderDetailsContent(await frameOf(form), orderOf(form)),
});
