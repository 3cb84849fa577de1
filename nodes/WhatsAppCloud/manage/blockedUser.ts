import type { INodeProperties } from 'n8n-workflow';
import { addressOf } from '../../../core/message/address';
import { firstText, list, record } from '../../../core/webhook/read';
import { phoneNumberField } from '../../shared/fields';
import { textField, type Fields } from '../form';
import { numberOf } from './ids';

const userField: INodeProperties = {
	displayName: 'User',
	name: 'user',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. +1 555 123 4567',
	description:
		'Phone number with country code, however it is written, or a WhatsApp user ID such as US.13491208655302741918',
};

export const blockFields = [phoneNumberField, userField];

/** One user a call, so that each item has a result of its own. */
export function blockRequest(form: Fields, method: 'POST' | 'DELETE') {
	const number = numberOf(form);
	const { wire, shown } = addressOf(textField(form, 'user'));
	form.services.facts.user = shown;
	const user = 'to' in wire ? { user: wire.to } : { user_id: wire.recipient };
	const body = { messaging_product: 'whatsapp', block_users: [user] };
	return { method, path: `/${number}/block_users`, body };
}

/** Whom Meta means by the user it was given. */
export function blockResult(answer: unknown, { services }: Fields, done: string) {
	const { added_users, removed_users } = record(record(answer).block_users);
	const user = record(list(added_users)[0] ?? list(removed_users)[0]);
	const { phone_number_id, user: given } = services.facts;
	return {
		phone_number_id,
		user: given,
		wa_id: firstText(user.wa_id),
		user_id: firstText(user.user_id),
		[done]: true,
	};
}
