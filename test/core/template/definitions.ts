import { templateDefinitionSchema } from '../../../core/template/definition';

/** Shapes as `GET /{business account}/message_templates` returns them (Meta's template component reference, 2026). */
export const springSale = templateDefinitionSchema.parse({
	id: '1',
	name: 'spring_sale',
	language: 'en_US',
	status: 'APPROVED',
	category: 'MARKETING',
	parameter_format: 'NAMED',
	components: [
		{
			type: 'HEADER',
			format: 'IMAGE',
			example: { header_handle: ['https://scontent.example/x.jpg'] },
		},
		{
			type: 'BODY',
			text: 'Hi {{first_name}}, our spring sale starts {{day}}. Come and see what is new!',
			example: {
				body_text_named_params: [
					{ param_name: 'first_name', example: 'Anna' },
					{ param_name: 'day', example: 'Monday' },
				],
			},
		},
		{ type: 'FOOTER', text: 'Not interested? Tap below.' },
		{
			type: 'BUTTONS',
			buttons: [
				{
					type: 'URL',
					text: 'View offer',
					url: 'https://shop.example/{{1}}',
					example: ['https://shop.example/spring'],
				},
				{ type: 'QUICK_REPLY', text: 'Stop promotions' },
				{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+15550100100' },
			],
		},
	],
});

export const orderUpdate = templateDefinitionSchema.parse({
	name: 'order_update',
	language: 'en_US',
	category: 'UTILITY',
	components: [
		{
			type: 'BODY',
			text: 'Order {{2}} for {{1}} is on its way, {{1}}.',
			example: { body_text: [['Anna', 'A1']] },
		},
	],
});

export const reminder = templateDefinitionSchema.parse({
	name: 'appointment_reminder',
	language: 'de',
	category: 'UTILITY',
	parameter_format: 'NAMED',
	components: [
		{
			type: 'HEADER',
			format: 'TEXT',
			text: 'Termin am {{day}}',
			example: { header_text_named_params: [{ param_name: 'day', example: 'Montag' }] },
		},
		{ type: 'BODY', text: 'Bis bald, {{name}}!' },
	],
});

export const invoice = templateDefinitionSchema.parse({
	name: 'invoice',
	language: 'en',
	category: 'UTILITY',
	components: [
		{ type: 'HEADER', format: 'DOCUMENT' },
		{ type: 'BODY', text: 'Here is your invoice.' },
	],
});

export const directions = templateDefinitionSchema.parse({
	name: 'directions',
	language: 'en',
	category: 'UTILITY',
	components: [
		{ type: 'HEADER', format: 'LOCATION' },
		{ type: 'BODY', text: 'We are here.' },
	],
});

export const coupon = templateDefinitionSchema.parse({
	name: 'coupon',
	language: 'en',
	category: 'MARKETING',
	components: [
		{ type: 'BODY', text: 'Use this code.' },
		{
			type: 'BUTTONS',
			buttons: [
				{ type: 'COPY_CODE', text: 'Copy offer code', example: 'SPRING25' },
				{ type: 'FLOW', text: 'Book', flow_id: 1 },
			],
		},
	],
});

/** Authentication templates come back with a URL button of Meta's own, or as OTP on creation. */
export const signIn = (type: 'URL' | 'OTP') =>
	templateDefinitionSchema.parse({
		name: 'sign_in',
		language: 'en_US',
		category: 'AUTHENTICATION',
		components: [
			{
				type: 'BODY',
				text: '*{{1}}* is your verification code.',
				add_security_recommendation: true,
				example: { body_text: [['123456']] },
			},
			{ type: 'FOOTER', code_expiration_minutes: 5 },
			{
				type: 'BUTTONS',
				buttons: [
					{
						type,
						text: 'Copy code',
						url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}',
					},
				],
			},
		],
	});

export const carousel = templateDefinitionSchema.parse({
	name: 'carousel',
	language: 'en',
	category: 'MARKETING',
	components: [
		{ type: 'BODY', text: 'Look' },
		{ type: 'CAROUSEL', cards: [] },
	],
});
