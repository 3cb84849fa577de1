import type { Component } from '../../store';
import { isObject } from '../call';
import { variablesOf } from '../message/fitText';
import { missing, refused } from './refused';

type Button = NonNullable<Component['buttons']>[number];

/** How many of a kind a template may have. */
const MOST: Record<string, number> = {
	QUICK_REPLY: 10,
	URL: 2,
	PHONE_NUMBER: 1,
	COPY_CODE: 1,
	FLOW: 1,
	OTP: 1,
	CATALOG: 1,
	MPM: 1,
	SPM: 1,
	VOICE_CALL: 1,
	ORDER_DETAILS: 1,
	REQUEST_CONTACT_INFO: 1,
};

/** Kinds whose label is Meta's own. */
const FIXED_LABEL = ['COPY_CODE', 'OTP', 'REQUEST_CONTACT_INFO', 'VOICE_CALL'];

const wrong = (text: string) => refused(2388072, 'Message template buttons are incorrect', text);
const tooLong = (text: string) => refused(2388040, 'Character Limit Exceeded', text);

/** Checks the buttons of a definition or of a card. */
export function checkButtons(buttons: Button[], category: string): void {
	if (buttons.length > 10) throw wrong('A template has 10 buttons at most.');
	const kinds = buttons.map(({ type }) => String(type).toUpperCase());
	for (const kind of kinds) {
		const most = MOST[kind];
		if (most === undefined) throw wrong(`There is no button of type ${kind}.`);
		if (kinds.filter((other) => other === kind).length > most)
			throw wrong(`A template has ${most} ${kind} buttons at most.`);
	}
	const replies = kinds.map((kind) => kind === 'QUICK_REPLY');
	if (replies.filter((is, index) => is && !replies[index - 1]).length > 1)
		throw wrong('Quick replies stand together, not between other buttons.');
	if (category === 'AUTHENTICATION' && kinds.join() !== 'OTP')
		throw wrong('An authentication template has one button, of type OTP.');
	if (category !== 'AUTHENTICATION' && kinds.includes('OTP'))
		throw wrong('OTP buttons are for authentication templates.');
	for (const [index, button] of buttons.entries()) checkButton(kinds[index], button);
}

function checkButton(kind: string, button: Button): void {
	const { text = '', url = '', example, phone_number } = button;
	if (!text && !FIXED_LABEL.includes(kind)) throw missing('BUTTONS', 'text');
	if (text.length > 25) throw tooLong('The label of a button has 25 characters at most.');
	if (kind === 'URL') checkUrl(url, example);
	if (kind === 'PHONE_NUMBER') {
		const number = String(phone_number ?? '');
		if (!number) throw missing('BUTTONS', 'phone_number');
		if (number.length > 20) throw tooLong('A phone number has 20 characters at most.');
	}
	if (kind === 'COPY_CODE') {
		const code = String(Array.isArray(example) ? example[0] : (example ?? ''));
		if (!code) throw missing('BUTTONS', 'example');
		if (code.length > 20) throw tooLong('A coupon code has 20 characters at most.');
	}
	if (kind === 'FLOW' && !button.flow_id && !button.flow_name && !button.flow_json)
		throw missing('BUTTONS', 'flow_id');
	if (kind === 'OTP') checkOtp(button);
}

function checkUrl(url: string, example: unknown): void {
	if (!/^https?:\/\/\S+$/.test(url)) throw missing('BUTTONS', 'url');
	if (url.length > 2000) throw tooLong('A URL has 2000 characters at most.');
	const variables = variablesOf(url);
	if (variables.length > 1 || (variables.length === 1 && !/}}$/.test(url)))
		throw wrong('A URL takes one variable, at its end.');
	if (variables.length === 1 && !(Array.isArray(example) ? example[0] : example))
		throw missing('BUTTONS', 'example');
}

function checkOtp({ otp_type, supported_apps, zero_tap_terms_accepted }: Button): void {
	const type = String(otp_type ?? '').toUpperCase();
	if (!['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'].includes(type))
		throw wrong('otp_type must be COPY_CODE, ONE_TAP or ZERO_TAP.');
	if (type === 'COPY_CODE') return;
	const apps = Array.isArray(supported_apps) ? supported_apps.filter(isObject) : [];
	if (apps.length < 1 || apps.length > 5) throw missing('BUTTONS', 'supported_apps');
	if (
		apps.some(
			({ package_name, signature_hash }) => !package_name || String(signature_hash).length !== 11,
		)
	)
		throw wrong('A supported app has a package name and a signature hash of 11 characters.');
	if (type === 'ZERO_TAP' && zero_tap_terms_accepted !== true)
		throw missing('BUTTONS', 'zero_tap_terms_accepted');
}
