import { InputError } from '../../input';
import { checkNumber, checkText } from '../../management/limits';
import { required } from '../../message/required';
import { webAddress } from '../../message/links';
import { placeholders } from '../placeholders';
import type { ButtonDraft } from './draft';
import type { Component } from './texts';

/** How many of each kind a template may have, and what people call it. */
const KINDS: Record<string, { most: number; words: string }> = {
	CATALOG: { most: 1, words: 'catalog buttons' },
	COPY_CODE: { most: 1, words: 'coupon code buttons' },
	FLOW: { most: 1, words: 'flow buttons' },
	MPM: { most: 1, words: 'product list buttons' },
	PHONE_NUMBER: { most: 1, words: 'phone number buttons' },
	QUICK_REPLY: { most: 10, words: 'quick replies' },
	URL: { most: 2, words: 'link buttons' },
	VOICE_CALL: { most: 1, words: 'WhatsApp call buttons' },
};

function urlButton({ text, url = '', example = '' }: ButtonDraft, name: string): Component {
	const address = webAddress(`The URL of ${name}`, url);
	checkText('template.url', address, `URL of ${name}`);
	const variables = placeholders(address);
	if (variables.length === 0) return { type: 'URL', text, url: address };
	if (variables.length > 1 || variables[0] !== '1' || !address.endsWith('}}')) {
		throw new InputError(
			`The URL of ${name} may hold one variable, {{1}}, at its very end. What comes after it is filled in when the template is sent.`,
		);
	}
	const ending = required(`The URL Example of ${name}`, example).trim();
	const whole = /^https?:\/\//i.test(ending) ? ending : address.replace(/\{\{\s*1\s*\}\}$/, ending);
	return { type: 'URL', text, url: address, example: [whole] };
}

function buttonOf(button: ButtonDraft, at: number): Component {
	const { type, text = '', example = '', phoneNumber = '', flowId = '' } = button;
	const name = `button ${at + 1}`;
	if (!(type in KINDS)) throw new InputError(`There is no button of the type "${type}".`);
	if (type === 'COPY_CODE') {
		const code = required(`The Coupon Code Example of ${name}`, example).trim();
		checkText('template.coupon', code, `coupon code example of ${name}`);
		return { type, example: code };
	}
	const label = required(`The Text of ${name}`, text).trim();
	checkText('template.button', label, `text of ${name}`);
	if (type === 'URL') return urlButton({ ...button, text: label }, name);
	if (type === 'PHONE_NUMBER') {
		const number = required(`The Phone Number of ${name}`, phoneNumber).replace(/[\s().-]/g, '');
		checkText('template.phone', number, `phone number of ${name}`);
		return { type, text: label, phone_number: number };
	}
	if (type === 'FLOW')
		return { type, text: label, flow_id: required(`The Flow ID of ${name}`, flowId).trim() };
	return { type, text: label };
}

/** Throws InputError for buttons that Meta would refuse. */
export function buttonsComponent(buttons: ButtonDraft[]): Component {
	checkNumber('template', 'buttons', buttons.length, [0, 10]);
	for (const [type, { most, words }] of Object.entries(KINDS)) {
		const count = buttons.filter((button) => button.type === type).length;
		checkNumber('template', words, count, [0, most]);
	}
	const isReply = buttons.map(({ type }) => type === 'QUICK_REPLY');
	if (isReply.filter((is, at) => is && !isReply[at - 1]).length > 1) {
		throw new InputError(
			'The quick replies stand between other buttons. Move them together: all first or all last.',
		);
	}
	return { type: 'BUTTONS', buttons: buttons.map(buttonOf) };
}
