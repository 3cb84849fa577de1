import { list, record, text } from '../../../../core/webhook/read';
import { phoneNumberField } from '../../../shared/fields';
import { calling } from '../../manage/calling';
import { numberOf } from '../../manage/ids';

export const getEncryptionKey = calling({
	name: 'Get Encryption Key',
	action: 'Get flow encryption key',
	description: 'Get the public key with which flows encrypt what they send to your endpoint',
	fields: [phoneNumberField],
	request: (form) => ({
		method: 'GET',
		path: `/${numberOf(form)}/whatsapp_business_encryption`,
	}),
	result: ({ data }, { services }) => {
		const { business_public_key, business_public_key_signature_status } = record(list(data)[0]);
		return {
			phone_number_id: services.facts.phone_number_id,
			public_key: text(business_public_key),
			signature_status: text(business_public_key_signature_status),
		};
	},
});
