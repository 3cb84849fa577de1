import { rsaPublicKey } from '../../../../core/management/publicKey';
import { phoneNumberField } from '../../../shared/fields';
import { textField } from '../../form';
import { calling } from '../../manage/calling';
import { numberOf } from '../../manage/ids';

export const setEncryptionKey = calling({
	name: 'Set Encryption Key',
	action: 'Set flow encryption key',
	description:
		'Set or replace the public key with which flows encrypt what they send to your endpoint; after every registration of the number once more',
	fields: [
		phoneNumberField,
		{
			displayName: 'Public Key',
			name: 'publicKey',
			type: 'string',
			typeOptions: { rows: 6 },
			default: '',
			required: true,
			placeholder: 'e.g. -----BEGIN PUBLIC KEY-----',
			description: '2048-bit RSA in PEM form. Keep the private one to yourself.',
		},
	],
	request: (form) => ({
		method: 'POST',
		path: `/${numberOf(form)}/whatsapp_business_encryption`,
		body: { business_public_key: rsaPublicKey(textField(form, 'publicKey')) },
	}),
	done: 'key_set',
});
