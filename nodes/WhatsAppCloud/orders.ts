import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InputError } from '../../core/input';
import type { OrderDetails, OrderItem } from '../../core/message/interactive/order';
import { given } from '../../core/message/required';
import { groupField, rowsField, textField, textOf, type Form } from './form';

export const referenceIdField: INodeProperties = {
	displayName: 'Reference ID',
	name: 'referenceId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. order-2041',
	description: 'Your own ID of the order, different for every order',
};

function itemOf({ name, retailerId, amount, saleAmount, quantity }: IDataObject): OrderItem {
	return {
		name: textOf(name),
		retailerId: textOf(retailerId),
		amount: textOf(amount),
		saleAmount: textOf(saleAmount),
		quantity: Number(quantity ?? 1),
	};
}

/** Tax, shipping and discount have their fields in one collection, each with a text of its own. */
function extraOf(extras: IDataObject, name: 'tax' | 'shipping' | 'discount') {
	const amount = textOf(extras[name]);
	if (amount === '') return undefined;
	const description = textOf(extras[`${name}Description`]);
	return { amount, description, program: name === 'discount' ? textOf(extras.program) : '' };
}

/** How it is paid: a configuration made in WhatsApp Manager, or Meta's list of settings as JSON. */
function paymentOf(form: Form): Record<string, unknown> {
	const payment_type = textField(form, 'paymentType').trim();
	const payment_configuration = textField(form, 'paymentConfiguration').trim();
	const settings: unknown = groupField(form, 'extras').paymentSettings;
	if (settings === undefined || settings === '') {
		return given({ payment_type, payment_configuration });
	}
	const payment_settings = listOf(settings);
	if (Array.isArray(payment_settings)) return given({ payment_type, payment_settings });
	throw new InputError('The payment settings are not a JSON list, such as [{"type": "…"}].');
}

function listOf(settings: unknown): unknown {
	if (typeof settings !== 'string') return settings;
	try {
		return JSON.parse(settings) as unknown;
	} catch {
		return undefined;
	}
}

/** The order as its fields say it. */
export function orderOf(form: Form): OrderDetails {
	const extras = groupField(form, 'extras');
	const timestamp = textOf(extras.expiration).trim();
	return {
		referenceId: textField(form, 'referenceId'),
		type: textField(form, 'goods') === 'physical-goods' ? 'physical-goods' : 'digital-goods',
		currency: textField(form, 'currency'),
		items: rowsField(form, 'items', 'entry').map(itemOf),
		tax: extraOf(extras, 'tax'),
		shipping: extraOf(extras, 'shipping'),
		discount: extraOf(extras, 'discount'),
		catalogId: textOf(extras.catalogId).trim(),
		expiration: timestamp
			? { timestamp, ...given({ description: textOf(extras.expirationDescription) }) }
			: undefined,
		payment: paymentOf(form),
	};
}
