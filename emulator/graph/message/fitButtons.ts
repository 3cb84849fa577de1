import type { Component } from '../../store';
import { messageFailure } from '../error';
import { variablesOf } from './fitText';
import type { SendComponent } from './template';

type Button = NonNullable<Component['buttons']>[number];

/** Which kind of template button takes which `sub_type` of a send. */
const SUB_TYPES: Record<string, string> = {
	quick_reply: 'QUICK_REPLY',
	url: 'URL',
	copy_code: 'COPY_CODE',
	flow: 'FLOW',
	catalog: 'CATALOG',
	mpm: 'MPM',
	voice_call: 'VOICE_CALL',
	order_details: 'ORDER_DETAILS',
};

/** Checks the button components of a send: each one's place and kind, and that none that needs a value lacks it. */
export function fitButtons(buttons: Button[], components: SendComponent[]): void {
	const sent = components.filter(({ type }) => type === 'button');
	for (const { sub_type, index } of sent) {
		const place = Number(index ?? 0);
		const kind = buttons[place]?.type.toUpperCase();
		const expected = SUB_TYPES[String(sub_type).toLowerCase()];
		if (!expected || (kind !== expected && !(kind === 'OTP' && expected === 'URL')))
			throw messageFailure(
				132012,
				`buttons: Button at index ${place} is ${kind ? `of type ${kind}` : 'not in the template'}, received ${String(sub_type).toUpperCase()}`,
			);
	}
	for (const [place, button] of buttons.entries()) {
		const given = sent.find(({ index }) => Number(index ?? 0) === place)?.parameters?.[0];
		if (needsValue(button) && !given)
			throw messageFailure(
				131008,
				`buttons: Button at index ${place} of type ${title(button.type)} requires a parameter`,
			);
		if (button.type.toUpperCase() === 'URL' && given && !needsValue(button))
			throw messageFailure(
				132000,
				`buttons: Button at index ${place} of type Url does not take a parameter`,
			);
	}
}

/** A URL with a variable, a coupon code and a one-time code are incomplete without a value. */
function needsValue({ type, url }: Button): boolean {
	const kind = type.toUpperCase();
	if (kind === 'URL') return variablesOf(url ?? '').length > 0;
	return kind === 'COPY_CODE' || kind === 'OTP';
}

const title = (type: string) => type[0].toUpperCase() + type.slice(1).toLowerCase();
