import type { WhatsAppCredentials } from '../shared/credentials';

const PERSON = { phone: '15550001234', user_id: 'US.10000000000000000001', name: 'Test Person' };
const BUSINESS_NUMBER = '15550009999';

/** IDs begin with what nobody at Meta issues, so that a test event is never taken for a real one. */
const id = (what: string, now: number) => `wamid.TEST_${what}_${now}`;

type Change = { field: string; value: Record<string, unknown> };
type Sample = (now: number) => Change;

const contacts = [{ profile: { name: PERSON.name }, wa_id: PERSON.phone, user_id: PERSON.user_id }];

const message =
	(type: string, content: Record<string, unknown>): Sample =>
	(now) => ({
		field: 'messages',
		value: {
			contacts,
			messages: [
				{
					from: PERSON.phone,
					from_user_id: PERSON.user_id,
					id: id(type, now),
					timestamp: String(now),
					type,
					...content,
				},
			],
		},
	});

const status =
	(word: string, more: Record<string, unknown>): Sample =>
	(now) => ({
		field: 'messages',
		value: {
			statuses: [
				{
					id: id('sent', now),
					status: word,
					timestamp: String(now),
					recipient_id: PERSON.phone,
					...more,
				},
			],
		},
	});

const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'marketing' };

/** What a test listen can get, by the parameter's value. */
const samples: Record<string, Sample> = {
	text: message('text', { text: { body: 'Hello! This is a simulated message.' } }),
	button: message('button', {
		context: { from: BUSINESS_NUMBER, id: id('template', 0) },
		button: { payload: 'STOP_PROMOTIONS', text: 'Stop promotions' },
	}),
	image: message('image', {
		image: {
			id: '1000000000000001',
			mime_type: 'image/jpeg',
			sha256: 'test',
			caption: 'A simulated picture',
		},
	}),
	delivered: status('delivered', { recipient_user_id: PERSON.user_id, pricing }),
	failed: status('failed', {
		errors: [
			{
				code: 131026,
				title: 'Message undeliverable',
				error_data: { details: 'Message Undeliverable.' },
			},
		],
	}),
	optOut: (now) => ({
		field: 'user_preferences',
		value: {
			contacts,
			user_preferences: [
				{
					wa_id: PERSON.phone,
					user_id: PERSON.user_id,
					detail: 'User requested to stop marketing messages',
					category: 'marketing_messages',
					value: 'stop',
					timestamp: now,
				},
			],
		},
	}),
	templatePaused: () => ({
		field: 'message_template_status_update',
		value: {
			event: 'PAUSED',
			message_template_id: 1000000000000002,
			message_template_name: 'spring_sale',
			message_template_language: 'en_US',
			reason: 'NONE',
			other_info: {
				title: 'FIRST_PAUSE',
				description: 'Simulated: the template got bad feedback.',
			},
		},
	}),
};

/** A webhook as Meta would send it, about a person who does not exist. Unknown choices give a text message. */
export function simulatedWebhook(
	choice: string,
	{ businessAccountId, phoneNumberId }: WhatsAppCredentials,
	now: number,
) {
	const { field, value } = (samples[choice] ?? samples.text)(now);
	const metadata = { display_phone_number: BUSINESS_NUMBER, phone_number_id: phoneNumberId };
	const full =
		field === 'message_template_status_update'
			? value
			: { messaging_product: 'whatsapp', metadata, ...value };
	return {
		object: 'whatsapp_business_account',
		entry: [{ id: businessAccountId, time: now, changes: [{ field, value: full }] }],
	};
}
