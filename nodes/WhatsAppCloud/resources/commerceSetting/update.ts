import { phoneNumberField } from '../../../shared/fields';
import { calling } from '../../manage/calling';
import { additionalFields, additionalOf } from '../../manage/customBody';
import { numberOf } from '../../manage/ids';

export const update = calling({
	name: 'Update',
	action: 'Update commerce settings',
	description: 'Show or hide the catalog and the cart in chats with a number; the rest stays',
	fields: [
		phoneNumberField,
		additionalFields(
			{
				displayName: 'Cart',
				name: 'is_cart_enabled',
				type: 'boolean',
				default: true,
				description: 'Whether people can put products into a cart and send it as an order',
			},
			{
				displayName: 'Catalog',
				name: 'is_catalog_visible',
				type: 'boolean',
				default: true,
				description: 'Whether chats and the profile show the catalog',
			},
		),
	],
	request: (form) => {
		// Meta documents these in the query, not in the body.
		const qs = additionalOf(form) as Record<string, boolean>;
		return { method: 'POST', path: `/${numberOf(form)}/whatsapp_commerce_settings`, qs };
	},
	done: 'updated',
});
