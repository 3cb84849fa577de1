import { InputError } from '../../input';
import { given, required } from '../required';
import { interactiveContent, type Frame } from './frame';
import { amountOf, sumOf } from './money';

export interface OrderItem {
	name: string;
	retailerId?: string;
	/** In the currency's own unit, such as 12.50. */
	amount: string | number;
	saleAmount?: string | number;
	quantity: number;
}

/** Something added to or taken from the sum of the items. */
export interface OrderExtra {
	amount: string | number;
	description?: string;
	/** Discounts only. */
	program?: string;
}

export interface OrderDetails {
	referenceId: string;
	type: 'digital-goods' | 'physical-goods';
	currency: string;
	items: OrderItem[];
	tax?: OrderExtra;
	shipping?: OrderExtra;
	discount?: OrderExtra;
	catalogId?: string;
	expiration?: { timestamp: string; description?: string };
	/** Payment type and configuration, in Meta's words. */
	payment: Record<string, unknown>;
}

function toItem({ name, retailerId, amount, saleAmount, quantity }: OrderItem, at: number) {
	const item = `item ${at + 1}`;
	if (!Number.isInteger(quantity) || quantity < 1) {
		throw new InputError(`The quantity of ${item} is "${quantity}". Enter a whole number from 1.`);
	}
	const hasSale = saleAmount !== undefined && saleAmount !== '';
	return {
		...given({ retailer_id: retailerId }),
		name: required(`The name of ${item}`, name),
		amount: amountOf(`The amount of ${item}`, amount),
		...(hasSale && { sale_amount: amountOf(`The sale amount of ${item}`, saleAmount) }),
		quantity,
	};
}

function extra(name: string, one: OrderExtra | undefined) {
	if (!one || one.amount === '') return undefined;
	const { amount, description, program } = one;
	const words = given({ description, discount_program_name: program });
	return { ...amountOf(`The ${name}`, amount), ...words };
}

/** An invoice to pay in the chat. Subtotal and total are worked out, because Meta refuses sums that do not add up. */
export function orderDetailsContent(frame: Frame, order: OrderDetails) {
	if (order.items.length === 0) throw new InputError('The order has no items. Add at least one.');
	const items = order.items.map(toItem);
	const subtotal = sumOf(
		items.map(({ amount, sale_amount, quantity }) => (sale_amount ?? amount).value * quantity),
	);
	const tax = extra('tax', order.tax) ?? { value: 0, offset: 100 as const };
	const shipping = extra('shipping', order.shipping);
	const discount = extra('discount', order.discount);
	const total = sumOf([
		subtotal.value,
		tax.value,
		shipping?.value ?? 0,
		discount ? -discount.value : 0,
	]);
	const parameters = {
		reference_id: required('The reference ID', order.referenceId).trim(),
		type: order.type,
		...order.payment,
		currency: required('The currency', order.currency).trim().toUpperCase(),
		total_amount: total,
		order: {
			status: 'pending',
			...given({ catalog_id: order.catalogId, expiration: order.expiration }),
			items,
			subtotal,
			tax,
			...given({ shipping, discount }),
		},
	};
	return interactiveContent('order_details', frame, { name: 'review_and_pay', parameters });
}

export const ORDER_STATUSES = [
	'canceled',
	'completed',
	'partially_shipped',
	'pending',
	'processing',
	'shipped',
] as const;

/** What became of an order that was sent before. */
export function orderStatusContent(
	frame: Pick<Frame, 'body' | 'footer'>,
	order: { referenceId: string; status: string; description?: string },
) {
	const parameters = {
		reference_id: required('The reference ID', order.referenceId).trim(),
		order: { status: order.status, ...given({ description: order.description }) },
	};
	return interactiveContent('order_status', frame, { name: 'review_order', parameters });
}
