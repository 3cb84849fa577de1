import type { INodeProperties } from 'n8n-workflow';
import { sixDigits } from '../../../core/management/codes';
import { textField, type Fields } from '../form';

/** The PIN of two-step verification. It is in no result and in no message. */
export const pinField = (description: string): INodeProperties => ({
	displayName: 'Two-Step PIN',
	name: 'pin',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	required: true,
	description,
});

export const pinOf = (form: Fields) => sixDigits('Two-Step PIN', textField(form, 'pin'));
