import { uploadFile } from '../../../../core/message/mediaFile';
import { readBinary } from '../../../shared/binary';
import { phoneNumberField, phoneNumberIdOf } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { textOf } from '../../form';
import { uploadOnce } from '../../upload';

export const upload: Operation = {
	name: 'Upload',
	action: 'Upload media',
	description: 'Upload a file to send it by its media ID, which lives for 30 days',
	fields: [
		phoneNumberField,
		{
			displayName: 'Input Binary Field',
			name: 'binaryField',
			type: 'string',
			default: 'data',
			required: true,
			hint: 'The name of the input field containing the file to be uploaded',
		},
	],
	async run(context, item, services) {
		const phone_number_id = phoneNumberIdOf(context, item, services.account);
		const field = textOf(context.getNodeParameter('binaryField', item, '')).trim();
		Object.assign(services.facts, { phone_number_id });
		const file = uploadFile(await readBinary(context, item, field));
		const { mime: mime_type, filename: file_name, sha256, data } = file;
		const id = await uploadOnce(services, phone_number_id, file);
		return { id, mime_type, file_name, file_size: data.length, sha256, phone_number_id };
	},
};
