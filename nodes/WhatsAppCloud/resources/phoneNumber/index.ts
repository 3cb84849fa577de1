import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { deregister } from './deregister';
import { get } from './get';
import { getEncryptionKey } from './getEncryptionKey';
import { getMany } from './getMany';
import { getSettings } from './getSettings';
import { getUsername } from './getUsername';
import { register } from './register';
import { removeUsername } from './removeUsername';
import { requestCode } from './requestCode';
import { setEncryptionKey } from './setEncryptionKey';
import { setTwoStepPin } from './setTwoStepPin';
import { setUsername } from './setUsername';
import { update } from './update';
import { updateSettings } from './updateSettings';
import { verifyCode } from './verifyCode';

export const phoneNumber: Resource = {
	name: 'Phone Number',
	description: 'Your own numbers: state, registration and settings',
	default: 'get',
	operations: {
		create,
		deregister,
		get,
		getEncryptionKey,
		getMany,
		getSettings,
		getUsername,
		register,
		removeUsername,
		requestCode,
		setEncryptionKey,
		setTwoStepPin,
		setUsername,
		update,
		updateSettings,
		verifyCode,
	},
};
