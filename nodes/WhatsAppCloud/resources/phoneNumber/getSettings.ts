import { record, text } from '../../../../core/webhook/read';
import { phoneNumberField } from '../../../shared/fields';
import { calling } from '../../manage/calling';
import { numberOf } from '../../manage/ids';

export const getSettings = calling({
	name: 'Get Settings',
	action: 'Get phone number settings',
	description: 'Get what is switched on for a number: calls, storage, encryption, identity checks',
	fields: [phoneNumberField],
	request: (form) => ({ method: 'GET', path: `/${numberOf(form)}/settings` }),
	simplify: (answer) => {
		const calls = record(answer.calling);
		const storage = record(answer.storage_configuration);
		return {
			calls: text(calls.status),
			call_icon: text(calls.call_icon_visibility),
			callback_permission: text(calls.callback_permission_status),
			identity_check: record(answer.user_identity_change).enable_identity_key_check === true,
			payload_encryption: text(record(answer.payload_encryption).status),
			storage: text(storage.status),
			storage_country: text(storage.data_localization_region),
		};
	},
});
