import type { INodeProperties } from 'n8n-workflow';
import { textField, type Form } from './form';
import { headerOf } from './header';

export const bodyField: INodeProperties = {
	displayName: 'Body',
	name: 'body',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. Is *8 pm* fine for you?',
	description: 'Up to 1024 characters. WhatsApp shows *bold*, _italic_ and ~strikethrough~.',
};

/** Where Meta takes a message without one. */
export const optionalBodyField: INodeProperties = {
	displayName: 'Body',
	name: 'body',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	placeholder: 'e.g. May we call you about your order?',
	description: 'Up to 1024 characters; may be left empty',
};

export const footerField: INodeProperties = {
	displayName: 'Footer',
	name: 'footer',
	type: 'string',
	default: '',
	placeholder: 'e.g. Reply STOP to hear no more from us',
	description: 'Small text below the body, up to 60 characters',
};

/** Body and footer, as the builders of interactive messages want them. */
export const textsAround = (form: Form) => ({
	body: textField(form, 'body'),
	footer: textField(form, 'footer'),
});

/** Header, body and footer. */
export const frameOf = async (form: Form) => ({
	header: await headerOf(form),
	...textsAround(form),
});
