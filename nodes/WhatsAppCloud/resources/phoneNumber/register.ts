import { phoneNumberField } from '../../../shared/fields';
import { groupField } from '../../form';
import { calling } from '../../manage/calling';
import { additionalFields } from '../../manage/customBody';
import { numberOf } from '../../manage/ids';
import { pinField, pinOf } from '../../manage/pin';
import { regionField } from '../../manage/regions';

export const register = calling({
	name: 'Register',
	action: 'Register phone number',
	description:
		'Put a verified number to use for the Cloud API; a number can be registered and deregistered 10 times in 72 hours',
	fields: [
		phoneNumberField,
		pinField(
			'The 6 digits the number has as its two-step PIN; without one yet, those it shall get',
		),
		additionalFields(regionField),
	],
	request: (form) => {
		const { region } = groupField(form, 'additionalFields');
		const body = {
			messaging_product: 'whatsapp',
			pin: pinOf(form),
			...(region ? { data_localization_region: region } : {}),
		};
		return { method: 'POST', path: `/${numberOf(form)}/register`, body };
	},
	done: 'registered',
});
