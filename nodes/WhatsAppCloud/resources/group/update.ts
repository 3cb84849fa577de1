import type { FormFile } from '../../../../core/graph/client';
import { InputError } from '../../../../core/input';
import { uploadFile } from '../../../../core/message/mediaFile';
import { required } from '../../../../core/message/required';
import { readBinary } from '../../../shared/binary';
import { textOf, type Fields } from '../../form';
import { calling } from '../../manage/calling';
import { additionalFields, additionalOf } from '../../manage/customBody';
import {
	checkGroup,
	descriptionField,
	groupFields,
	groupOf,
	subjectField,
} from '../../manage/group';

async function pictureOf({ context, item }: Fields, field: string): Promise<FormFile> {
	const file = uploadFile(await readBinary(context, item, field), 'image');
	if (file.mime === 'image/jpeg') return file;
	throw new InputError('The picture of a group has to be a JPEG. Convert it first.');
}

export const update = calling({
	name: 'Update',
	action: 'Update group',
	description: 'Change subject, description or picture of a group; the rest stays',
	fields: [
		...groupFields,
		additionalFields(subjectField, descriptionField, {
			displayName: 'Picture Binary Field',
			name: 'picture',
			type: 'string',
			default: '',
			placeholder: 'e.g. data',
			description:
				'Name of the input field containing the new picture: a square JPEG of at least 192 pixels and at most 5 MB',
		}),
	],
	request: async (form) => {
		const path = `/${groupOf(form)}`;
		const { description, picture, subject } = additionalOf(form);
		checkGroup(textOf(subject), textOf(description));
		const texts: Record<string, string> = {
			...(subject !== undefined && { subject: required('Subject', textOf(subject)).trim() }),
			...(description !== undefined && { description: textOf(description) }),
		};
		const field = textOf(picture).trim();
		if (!field) return { method: 'POST', path, body: texts };
		const formData = { ...texts, profile_picture_file: await pictureOf(form, field) };
		return { method: 'POST', path, formData };
	},
	done: 'updated',
});
