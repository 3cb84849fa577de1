import type { INodeProperties } from 'n8n-workflow';
import { given } from '../../../../core/message/required';
import { phoneNumberField } from '../../../shared/fields';
import { textField, type Fields } from '../../form';
import { calling } from '../../manage/calling';
import { additionalFields } from '../../manage/customBody';
import { numberOf } from '../../manage/ids';
import { regionField } from '../../manage/regions';

const only = (...feature: string[]) => ({ show: { feature } });

const switched = (
	displayName: string,
	name: string,
	feature: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'boolean',
	default: true,
	description,
	displayOptions: only(feature),
});

/** Meta takes one of them per call. */
const FEATURES: Record<string, (form: Fields) => Record<string, unknown>> = {
	calling: (form) => {
		const on = (name: string) => (textField(form, name) === 'false' ? 'DISABLED' : 'ENABLED');
		const hidden = textField(form, 'callIcon') === 'false';
		return {
			calling: {
				status: on('calls'),
				call_icon_visibility: hidden ? 'DISABLE_ALL' : 'DEFAULT',
				callback_permission_status: on('callbackPermission'),
			},
		};
	},
	identity: (form) => ({
		user_identity_change: {
			enable_identity_key_check: textField(form, 'identityCheck') !== 'false',
		},
	}),
	storage: (form) => {
		const status = textField(form, 'storage');
		const isLocal = status === 'IN_COUNTRY_STORAGE_ENABLED';
		const data_localization_region = isLocal ? textField(form, 'region') : '';
		return { storage_configuration: given({ status, data_localization_region }) };
	},
	other: () => ({}),
};

export const updateSettings = calling({
	name: 'Update Settings',
	action: 'Update phone number settings',
	description: 'Switch calls, storage or identity checks of a number; one of them at a time',
	fields: [
		phoneNumberField,
		{
			displayName: 'Setting',
			name: 'feature',
			type: 'options',
			options: [
				{ name: 'Calls', value: 'calling' },
				{ name: 'Identity Check', value: 'identity' },
				{ name: 'Other', value: 'other', description: 'Given as Custom Body below' },
				{ name: 'Storage', value: 'storage' },
			],
			default: 'calling',
			description: 'What to change',
		},
		switched('Calls', 'calls', 'calling', 'Whether people can call this number on WhatsApp'),
		switched('Call Icon', 'callIcon', 'calling', 'Whether chats show the call button'),
		switched(
			'Ask to Call Back',
			'callbackPermission',
			'calling',
			'Whether people who call are asked if you may call them back',
		),
		switched(
			'Identity Check',
			'identityCheck',
			'identity',
			'Whether sends can be refused when the identity of the recipient has changed',
		),
		{
			displayName: 'Storage',
			name: 'storage',
			type: 'options',
			options: [
				{ name: 'Default', value: 'DEFAULT' },
				{ name: 'In One Country', value: 'IN_COUNTRY_STORAGE_ENABLED' },
				{ name: 'In One Country No Longer', value: 'IN_COUNTRY_STORAGE_DISABLED' },
				{ name: 'None', value: 'NO_STORAGE_ENABLED' },
			],
			default: 'DEFAULT',
			description: 'Where Meta keeps messages that wait for delivery',
			displayOptions: only('storage'),
		},
		{
			...regionField,
			displayOptions: { show: { feature: ['storage'], storage: ['IN_COUNTRY_STORAGE_ENABLED'] } },
		},
		additionalFields(),
	],
	request: (form) => {
		const feature = textField(form, 'feature');
		Object.assign(form.services.facts, { setting: feature });
		const body = FEATURES[feature]?.(form) ?? {};
		return { method: 'POST', path: `/${numberOf(form)}/settings`, body };
	},
	done: 'updated',
});
