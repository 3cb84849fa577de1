import { mutationsOf } from './support/mutate';
import { uploadSample } from './support/sample';
import { PERSON, setTheStage, type Stage } from './support/stage';

const messaging_product = 'whatsapp';

/** A body of every management call, as complete as it can be. */
const BODIES: Array<[string, string, Record<string, unknown>]> = [
	[
		'POST',
		'{account}/message_templates',
		{
			name: 'a',
			language: 'en_US',
			category: 'MARKETING',
			parameter_format: 'NAMED',
			message_send_ttl_seconds: 43_200,
			components: [
				{ type: 'HEADER', format: 'IMAGE', example: { header_handle: ['{handle}'] } },
				{
					type: 'BODY',
					text: 'Hello {{name}}, we are open.',
					example: { body_text_named_params: [{ param_name: 'name', example: 'Jo' }] },
				},
				{ type: 'FOOTER', text: 'Thanks' },
				{
					type: 'BUTTONS',
					buttons: [
						{ type: 'QUICK_REPLY', text: 'Yes' },
						{ type: 'URL', text: 'Open', url: 'https://a.example/{{1}}', example: ['x'] },
						{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+15550100' },
						{ type: 'COPY_CODE', example: 'SAVE' },
					],
				},
			],
		},
	],
	[
		'POST',
		'{account}/message_templates',
		{
			name: 'b',
			language: 'en_US',
			category: 'MARKETING',
			components: [
				{ type: 'BODY', text: 'We are open.' },
				{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Soon', has_expiration: true } },
				{
					type: 'CAROUSEL',
					cards: [0, 1].map(() => ({
						components: [
							{ type: 'HEADER', format: 'PRODUCT' },
							{ type: 'BODY', text: 'A card' },
							{ type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
						],
					})),
				},
			],
		},
	],
	[
		'POST',
		'{account}/upsert_message_templates',
		{
			name: 'c',
			languages: ['en', 'de'],
			category: 'AUTHENTICATION',
			components: [
				{ type: 'BODY', add_security_recommendation: true },
				{ type: 'FOOTER', code_expiration_minutes: 10 },
				{
					type: 'BUTTONS',
					buttons: [
						{
							type: 'OTP',
							otp_type: 'ONE_TAP',
							supported_apps: [{ package_name: 'com.example', signature_hash: 'K8a/AINcGX7' }],
						},
					],
				},
			],
		},
	],
	[
		'POST',
		'{account}/message_templates',
		{
			name: 'd',
			language: 'en',
			category: 'UTILITY',
			library_template_name: 'delivery_update_1',
			library_template_button_inputs: [{ type: 'URL', url: { base_url: 'https://a.example' } }],
		},
	],
	['POST', '{account}/phone_numbers', { cc: '1', phone_number: '5550142', verified_name: 'New' }],
	['POST', '{account}', { name: 'a', timezone_id: '1', is_enabled_for_insights: true }],
	[
		'POST',
		'{account}/flows',
		{
			name: 'a',
			categories: ['OTHER'],
			endpoint_uri: 'https://a.example',
			flow_json: '{"version":"7.3","screens":[{"id":"A","layout":{"children":[]}}]}',
		},
	],
	[
		'POST',
		'{number}',
		{
			pin: '123456',
			new_display_name: 'New',
			search_visibility: 'VISIBLE',
			webhook_configuration: { override_callback_uri: '' },
		},
	],
	['POST', '{number}/request_code', { code_method: 'SMS', language: 'en' }],
	['POST', '{number}/verify_code', { code: '123456' }],
	['POST', '{number}/register', { messaging_product, pin: '123456' }],
	[
		'POST',
		'{number}/settings',
		{
			calling: {
				status: 'ENABLED',
				call_icons: { restrict_to_user_countries: ['US'] },
				call_hours: {
					status: 'ENABLED',
					weekly_operating_hours: [
						{ day_of_week: 'MONDAY', open_time: '0900', close_time: '1700' },
					],
				},
				sip: { status: 'DISABLED' },
			},
		},
	],
	[
		'POST',
		'{number}/whatsapp_business_profile',
		{ messaging_product, about: 'a', websites: ['https://a.example'], vertical: 'RETAIL' },
	],
	['POST', '{number}/whatsapp_commerce_settings', { is_cart_enabled: true }],
	[
		'POST',
		'{number}/conversational_automation',
		{ prompts: ['a'], commands: [{ command_name: 'a', command_description: 'b' }] },
	],
	['POST', '{number}/message_qrdls', { prefilled_message: 'a', generate_qr_image: 'PNG' }],
	[
		'POST',
		'{number}/block_users',
		{ messaging_product, block_users: [{ user: PERSON }, { user_id: 'US.1' }] },
	],
	['DELETE', '{number}/block_users', { messaging_product, block_users: [{ user: PERSON }] }],
	['POST', '{number}/username', { username: 'demo.shop' }],
	[
		'POST',
		'{number}/groups',
		{ messaging_product, subject: 'a', description: 'b', join_approval_mode: 'auto_approve' },
	],
	['POST', '{group}', { messaging_product, subject: 'b' }],
	['POST', '{group}/join_requests', { messaging_product, join_requests: ['a'] }],
	['DELETE', '{group}/participants', { messaging_product, participants: [{ user: PERSON }] }],
	['POST', '{flow}', { name: 'b', categories: ['OTHER'], endpoint_uri: 'https://a.example' }],
	['POST', '{template}', { category: 'UTILITY', components: [{ type: 'BODY', text: 'Open.' }] }],
];

let stage: Stage;
const known: Record<string, string> = {};
beforeAll(async () => {
	stage = await setTheStage({ template_cooldown_days: 0 });
	const { businessAccountId, phoneNumberId } = stage.emulator.config;
	Object.assign(known, { account: businessAccountId, number: phoneNumberId });
	const post = async (path: string, body: object) =>
		(await stage.graph('POST', path, body)).body as Record<string, unknown>;
	await post(`/${phoneNumberId}/groups`, { messaging_product, subject: 'a' });
	const { body } = await stage.graph('GET', `/${phoneNumberId}/groups`);
	known.group = (body.data as unknown as { groups: Array<{ id: string }> }).groups[0].id;
	const flow = await post(`/${businessAccountId}/flows`, { name: 'first', categories: ['OTHER'] });
	known.flow = String(flow.id);
	const list = await stage.graph('GET', `/${businessAccountId}/message_templates?status=PENDING`);
	known.template = (list.body.data as unknown as Array<{ id: string }>)[0].id;
	known.handle = await uploadSample(stage, 'image/png');
});
afterAll(async () => await stage.close());

/** Takes back what a call made, or its name would be what every later call is refused for. */
async function forget(path: string, { id, data }: Record<string, unknown>) {
	const made = [id, ...(Array.isArray(data) ? data : []).map((one: { id?: string }) => one.id)];
	const ids = made.filter((one) => typeof one === 'string');
	if (path.endsWith('flows') && ids.length > 0) await stage.graph('DELETE', `/${ids[0]}`);
	if (!path.endsWith('templates') || ids.length === 0) return;
	const query = `hsm_ids=${JSON.stringify(ids)}`;
	await stage.graph('DELETE', `/${known.account}/message_templates?${query}`);
}

const fill = (text: string) => text.replace(/{(\w+)}/g, (all, name: string) => known[name] ?? all);

it.each(
	BODIES.map(
		([method, path, body], index) => [`${index} ${method} ${path}`, method, path, body] as const,
	),
)(
	'answers every mistake in %s with a refusal in words, never with a fault of its own',
	async (_name, method, path, body) => {
		const filled = JSON.parse(fill(JSON.stringify(body))) as Record<string, unknown>;
		const faults: string[] = [];
		for (const [what, mutated] of mutationsOf(filled)) {
			const answer = await stage.graph(method, `/${fill(path)}`, mutated);
			await forget(path, answer.body);
			const { error } = answer.body;
			const isRefusal = error && answer.status < 500 && typeof error.code === 'number';
			if (answer.status !== 200 && !isRefusal)
				faults.push(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
		}
		expect(faults).toEqual([]);
	},
	60_000,
);
