import type { INodeProperties } from 'n8n-workflow';
import { profileChange } from '../../../../core/management/profile';
import { phoneNumberField } from '../../../shared/fields';
import { entriesOf, textOf, type Fields } from '../../form';
import { calling } from '../../manage/calling';
import { additionalFields, additionalOf } from '../../manage/customBody';
import { uploadedHandle } from '../../manage/handle';
import { numberOf } from '../../manage/ids';
import { verticals } from './verticals';

const text = (
	displayName: string,
	name: string,
	placeholder: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
	description,
});

/** What is given, with an empty text where something is to be cleared. */
async function changeOf(form: Fields): Promise<Record<string, unknown>> {
	const { picture, websites, ...texts } = additionalOf(form);
	const named = Object.entries(texts).map(([name, value]) => [name, textOf(value).trim()]);
	const change = profileChange({
		...(Object.fromEntries(named) as Record<string, string>),
		...(websites !== undefined && { websites: entriesOf(textOf(websites)) }),
	});
	if (!textOf(picture).trim()) return change;
	const handle = await uploadedHandle(form, textOf(picture).trim(), 'image');
	return { ...change, profile_picture_handle: handle };
}

export const update = calling({
	name: 'Update',
	action: 'Update business profile',
	description: 'Change what people see in the profile of one of your numbers; the rest stays',
	fields: [
		phoneNumberField,
		additionalFields(
			text(
				'About',
				'about',
				'e.g. We answer within a day',
				'Line below the name, 1 to 139 characters',
			),
			text('Address', 'address', 'e.g. 1 Main Street, Springfield', 'Up to 256 characters'),
			text(
				'Description',
				'description',
				'e.g. The bakery around the corner',
				'Up to 512 characters',
			),
			text('Email', 'email', 'name@email.com', 'Up to 128 characters'),
			{
				...text('Picture Binary Field', 'picture', 'e.g. data', ''),
				description:
					'Name of the input field containing the new picture: a square JPEG or PNG of at least 192 pixels and at most 5 MB, best with 640',
			},
			text(
				'Websites',
				'websites',
				'e.g. https://shop.example.com',
				'Up to 2 addresses, separated by a comma; left empty, there are none',
			),
			{
				displayName: 'Line of Business',
				name: 'vertical',
				type: 'options',
				options: verticals,
				default: 'OTHER',
				description: 'What your business does',
			},
		),
	],
	request: async (form) => {
		const path = `/${numberOf(form)}/whatsapp_business_profile`;
		const body = { messaging_product: 'whatsapp', ...(await changeOf(form)) };
		return { method: 'POST', path, body };
	},
	done: 'updated',
});
