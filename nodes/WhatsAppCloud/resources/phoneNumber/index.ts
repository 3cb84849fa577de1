import type { Resource } from '../../../shared/operation';
import { deregister } from './deregister';
import { get } from './get';
import { getMany } from './getMany';
import { getSettings } from './getSettings';
import { register } from './register';
import { requestCode } from './requestCode';
import { setTwoStepPin } from './setTwoStepPin';
import { updateSettings } from './updateSettings';
import { verifyCode } from './verifyCode';

export const phoneNumber: Resource = {
	name: 'Phone Number',
	description: 'Your own numbers: state, registration and settings',
	default: 'get',
	operations: {
		deregister,
		get,
		getMany,
		getSettings,
		register,
		requestCode,
		setTwoStepPin,
		updateSettings,
		verifyCode,
	},
};
