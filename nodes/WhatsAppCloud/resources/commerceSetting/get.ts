import { list, record } from '../../../../core/webhook/read';
import { phoneNumberField } from '../../../shared/fields';
import { calling } from '../../manage/calling';
import { numberOf } from '../../manage/ids';

export const get = calling({
	name: 'Get',
	action: 'Get commerce settings',
	description: 'Get whether chats with a number show the catalog and a cart',
	fields: [phoneNumberField],
	request: (form) => ({ method: 'GET', path: `/${numberOf(form)}/whatsapp_commerce_settings` }),
	result: ({ data }, { services }) => {
		const { is_catalog_visible, is_cart_enabled } = record(list(data)[0]);
		return {
			phone_number_id: services.facts.phone_number_id,
			is_catalog_visible: is_catalog_visible === true,
			is_cart_enabled: is_cart_enabled === true,
		};
	},
});
