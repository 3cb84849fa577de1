import { phoneNumberField } from '../../../shared/fields';
import { calling } from '../../manage/calling';
import { numberOf } from '../../manage/ids';
import { pinField, pinOf } from '../../manage/pin';

export const setTwoStepPin = calling({
	name: 'Set Two-Step PIN',
	action: 'Set two-step PIN',
	description: 'Set or replace the PIN that is asked for whenever the number is registered',
	fields: [
		phoneNumberField,
		pinField('The 6 digits it shall have. Keep them: Meta does not show them.'),
	],
	request: (form) => {
		const body = { pin: pinOf(form) };
		return { method: 'POST', path: `/${numberOf(form)}`, body };
	},
	done: 'pin_set',
});
