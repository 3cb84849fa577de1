import type { IDataObject } from 'n8n-workflow';
import type { Emulator } from '../../../emulator/index';
import { atMeta, done, listed, manage, PNG, refusal } from './manage';
import { emulate, fileOf } from './support';

let emulator: Emulator;
beforeAll(async () => {
	emulator = await emulate({ template_review: 'PENDING' });
});
afterAll(async () => await emulator.close());

const words = {
	category: 'UTILITY',
	header: 'none',
	body: 'Hi {{first_name}}, your order {{order}} is here.',
	variableExamples: {
		example: [
			{ variable: '{{first_name}}', value: 'Jane' },
			{ variable: 'order', value: '2041' },
		],
	},
	footer: '',
	buttons: {},
	additionalFields: {},
};
const made = (name: string, fields: IDataObject = {}) => ({
	name,
	language: 'en_US',
	...words,
	...fields,
});

const BODY = {
	type: 'BODY',
	text: words.body,
	example: {
		body_text_named_params: [
			{ param_name: 'first_name', example: 'Jane' },
			{ param_name: 'order', example: '2041' },
		],
	},
};

describe('Create', () => {
	it.each<[string, IDataObject, object]>([
		['named_variables', {}, { parameter_format: 'NAMED', components: [BODY] }],
		[
			'numbered_variables',
			{
				header: 'TEXT',
				headerText: 'Order {{1}}',
				headerExample: '7',
				body: 'Hi {{1}}, see {{2}} here.',
				variableExamples: {
					example: [
						{ variable: '2', value: 'b' },
						{ variable: '1', value: 'a' },
					],
				},
				footer: 'Thanks',
			},
			{
				parameter_format: 'POSITIONAL',
				components: [
					{
						type: 'HEADER',
						format: 'TEXT',
						text: 'Order {{1}}',
						example: { header_text: ['7'] },
					},
					{
						type: 'BODY',
						text: 'Hi {{1}}, see {{2}} here.',
						example: { body_text: [['a', 'b']] },
					},
					{ type: 'FOOTER', text: 'Thanks' },
				],
			},
		],
		[
			'with_buttons',
			{
				buttons: {
					button: [
						{ type: 'QUICK_REPLY', text: 'Stop' },
						{
							type: 'URL',
							text: 'Track',
							url: 'https://shop.example.com/{{1}}',
							urlExample: '2041',
						},
						{ type: 'PHONE_NUMBER', text: 'Call', phoneNumber: '+1 555 010 0000' },
					],
				},
			},
			{
				components: [
					BODY,
					{
						type: 'BUTTONS',
						buttons: [
							{ type: 'QUICK_REPLY', text: 'Stop' },
							{
								type: 'URL',
								text: 'Track',
								url: 'https://shop.example.com/{{1}}',
								example: ['https://shop.example.com/2041'],
							},
							{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+15550100000' },
						],
					},
				],
			},
		],
		[
			'offer',
			{
				category: 'MARKETING',
				body: 'Save with us.',
				variableExamples: {},
				buttons: {
					button: [
						{ type: 'COPY_CODE', couponExample: 'SPRING25' },
						{ type: 'URL', text: 'Shop', url: 'https://shop.example.com' },
					],
				},
				additionalFields: { offerText: 'Ends soon!', messageValidity: 43200, clickTracking: false },
			},
			{
				message_send_ttl_seconds: 43200,
				cta_url_link_tracking_opted_out: true,
				components: [
					{
						type: 'LIMITED_TIME_OFFER',
						limited_time_offer: { text: 'Ends soon!', has_expiration: true },
					},
					{ type: 'BODY', text: 'Save with us.' },
					{
						type: 'BUTTONS',
						buttons: [
							{ type: 'COPY_CODE', example: 'SPRING25' },
							{ type: 'URL', text: 'Shop', url: 'https://shop.example.com' },
						],
					},
				],
			},
		],
		[
			'code',
			{
				category: 'AUTHENTICATION',
				otpType: 'ONE_TAP',
				securityAdvice: true,
				expiresInMinutes: 5,
				apps: { app: [{ packageName: 'com.example.shop', signatureHash: 'K8a/AINcGX7' }] },
			},
			{
				components: [
					{ type: 'BODY', add_security_recommendation: true },
					{ type: 'FOOTER', code_expiration_minutes: 5 },
					{
						type: 'BUTTONS',
						buttons: [
							{
								type: 'OTP',
								otp_type: 'ONE_TAP',
								supported_apps: [
									{ package_name: 'com.example.shop', signature_hash: 'K8a/AINcGX7' },
								],
							},
						],
					},
				],
			},
		],
		[
			'custom_parts',
			{
				body: '',
				additionalFields: {
					customBody: '{"components": [{"type": "BODY", "text": "Just this."}]}',
				},
			},
			{ components: [{ type: 'BODY', text: 'Just this.' }] },
		],
	])('%s', async (name, fields, expected) => {
		const [item] = await done(emulator, 'template.create', made(name, fields));
		expect(item).toMatchObject({ name, language: 'en_US', status: 'PENDING' });
		const asked =
			'name,status,parameter_format,components,message_send_ttl_seconds,cta_url_link_tracking_opted_out';
		const kept = await atMeta(emulator, `${item.template_id as string}?fields=${asked}`);
		expect(kept).toMatchObject({ name, status: 'PENDING', ...expected });
	});

	it('uploads the sample of a media header and names its handle, as the uploads ask for it', async () => {
		const result = await manage(
			emulator,
			'template.create',
			made('with_image', { header: 'IMAGE', binaryField: 'data' }),
			{ binary: [fileOf(PNG, 'image/png', 'a.png')] },
		);
		expect(result.error).toBeUndefined();
		const [{ json }] = result.outputs[0];
		const { components } = await atMeta(
			emulator,
			`${json.template_id as string}?fields=components`,
		);
		expect((components as IDataObject[])[0]).toEqual({
			type: 'HEADER',
			format: 'IMAGE',
			example: { header_handle: [expect.stringMatching(/^4::/)] },
		});
		const upload = result.requests.find(({ headers }) => headers?.file_offset === '0');
		expect(String(upload?.headers?.Authorization)).toMatch(/^OAuth /);
	});

	const card = (body: string, ...types: string[]) => ({
		format: 'IMAGE',
		binaryField: 'data',
		body,
		buttons: {
			button: types.map((type) => ({ type, text: 'More', url: 'https://a.example.com' })),
		},
	});
	const carousel = (...cards: IDataObject[]) => ({
		category: 'MARKETING',
		body: 'Our picks',
		cards: { card: cards },
	});

	it('makes a carousel, each card with its own sample', async () => {
		const fields = carousel(
			card('For {{1}} today', 'QUICK_REPLY', 'URL'),
			card('Shoe', 'QUICK_REPLY', 'URL'),
		);
		const examples = { variableExamples: { example: [{ variable: '1', value: 'you' }] } };
		const binary = [fileOf(PNG, 'image/png', 'a.png')];
		const parameters = made('cards', { ...fields, ...examples });
		const [{ template_id }] = await done(emulator, 'template.create', parameters, { binary });
		const path = `${template_id as string}?fields=components`;
		const kept = await atMeta(emulator, path);
		const [body, { cards }] = kept.components as Array<{ cards: IDataObject[] }>;
		expect(body).toEqual({ type: 'BODY', text: 'Our picks' });
		expect(cards[0].components).toEqual([
			{
				type: 'HEADER',
				format: 'IMAGE',
				example: { header_handle: [expect.stringMatching(/^4::/)] },
			},
			{ type: 'BODY', text: 'For {{1}} today', example: { body_text: [['you']] } },
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'QUICK_REPLY', text: 'More' },
					{ type: 'URL', text: 'More', url: 'https://a.example.com' },
				],
			},
		]);
		expect(cards).toHaveLength(2);
	});

	it.each<[IDataObject, string]>([
		[{ name: 'Order Update' }, 'such as order_update'],
		[{ language: 'english' }, 'no code that Meta knows'],
		[{ body: '' }, 'Body is empty'],
		[{ body: '{{first_name}} is here.' }, 'begins or ends with a variable'],
		[{ body: 'Hi {{1}} {{2}}.' }, 'side by side'],
		[{ body: 'Hi {{1}}, see {{3}}.' }, 'without a gap'],
		[{ body: 'Hi {{First}}, see.' }, 'cannot have this name'],
		[{ body: 'Hi {{unknown}}, see.' }, 'has no example'],
		[{ body: 'x'.repeat(1025) }, 'has 1,025 characters; WhatsApp allows 1,024'],
		[{ header: 'TEXT', headerText: '{{a}} {{b}}' }, 'WhatsApp allows one'],
		[{ header: 'IMAGE', binaryField: 'data' }, 'no file in the binary field "data"'],
		[{ footer: 'Hi {{1}}' }, 'footer has a variable'],
		[{ footer: 'x'.repeat(61) }, 'WhatsApp allows 60'],
		[
			{ buttons: { button: [{ type: 'QUICK_REPLY', text: 'x'.repeat(26) }] } },
			'The text of button 1 of this template has 26 characters; WhatsApp allows 25',
		],
		[
			{
				buttons: { button: Array.from({ length: 3 }, () => ({ type: 'URL', text: 'a' })) },
			},
			'3 link buttons; WhatsApp allows at most 2',
		],
		[
			{
				buttons: {
					button: ['QUICK_REPLY', 'CATALOG', 'QUICK_REPLY'].map((type) => ({ type, text: 'a' })),
				},
			},
			'Move them together',
		],
		[carousel(card('A', 'URL')), '1 cards; WhatsApp allows 2 to 10'],
		[carousel(card('A', 'URL'), card('', 'URL')), 'Card 2 is made differently'],
		[carousel(card('A'), card('B')), '0 buttons on card 1; WhatsApp allows 1 to 2'],
		[
			carousel(card('x'.repeat(161), 'URL'), card('B', 'URL')),
			'text of card 1 of this template has 161',
		],
		[
			{ ...carousel(card('A', 'URL'), card('B', 'URL')), footer: 'Bye' },
			'no header, footer, buttons',
		],
		[{ additionalFields: { messageValidity: 10 } }, 'WhatsApp allows 30 to 43200'],
		[{ additionalFields: { customBody: '[1' } }, 'not one valid JSON object'],
		[
			{ category: 'AUTHENTICATION', otpType: 'ZERO_TAP', apps: {} },
			'0 apps; WhatsApp allows 1 to 5',
		],
	])('asks Meta nothing when it holds %j', async (fields, words) => {
		const parameters = { ...made('never'), ...fields };
		expect(await refusal(emulator, 'template.create', parameters)).toContain(words);
	});

	it("tells Meta's own words when Meta refuses", async () => {
		await done(emulator, 'template.create', made('twice'));
		const { error } = await manage(emulator, 'template.create', made('twice'));
		expect(error?.description).toContain('already content for this template');
	});
});

const first = async (filters: IDataObject) =>
	(await done(emulator, 'template.getMany', { limit: 1, filters }))[0];

it('gets a template by ID and by name, simplified or as it came', async () => {
	const byName = { template: listed('spring_sale|en_US', 'name') };
	const [sale] = await done(emulator, 'template.get', byName);
	expect(sale).toMatchObject({
		name: 'spring_sale',
		language: 'en_US',
		status: 'APPROVED',
		header: 'image',
		body: expect.stringContaining('{{first_name}}'),
		buttons: expect.arrayContaining(['Stop promotions']),
	});
	const byId = { template: listed(sale.template_id as string) };
	expect(await done(emulator, 'template.get', byId)).toEqual([sale]);
	const [raw] = await done(emulator, 'template.get', { ...byId, simplify: false });
	expect(raw.components).toEqual(expect.any(Array));
});

it('lists all pages, or as many as wanted, filtered by Meta', async () => {
	const all = await done(emulator, 'template.getMany', { returnAll: true, filters: {} });
	expect(all.length).toBeGreaterThan(25);
	const limited = await done(emulator, 'template.getMany', { limit: 3, filters: {} });
	expect(limited).toEqual(all.slice(0, 3));
	const filters = { status: 'REJECTED' };
	const rejected = await done(emulator, 'template.getMany', { returnAll: true, filters });
	expect(rejected.length).toBeGreaterThan(0);
	for (const { status } of rejected) expect(status).toBe('REJECTED');
	const [raw] = await done(emulator, 'template.getMany', { limit: 1, simplify: false });
	expect(raw.id).toBe(all[0].template_id);
});

describe('Edit', () => {
	it('replaces the content, and the category of one that is not approved', async () => {
		const [{ template_id }] = await done(emulator, 'template.create', made('edited'));
		const template = listed(template_id as string);
		const fields = { template, ...words, category: 'MARKETING', footer: 'New' };
		const [item] = await done(emulator, 'template.edit', fields);
		expect(item).toEqual({
			template_id,
			name: 'edited',
			language: 'en_US',
			category: 'MARKETING',
			edited: true,
		});
		expect(
			await atMeta(emulator, `${template_id as string}?fields=category,components`),
		).toMatchObject({
			category: 'MARKETING',
			components: [BODY, { type: 'FOOTER', text: 'New' }],
		});
	});

	it('leaves the category of an approved one alone', async () => {
		const { template_id } = await first({ status: 'APPROVED', category: 'MARKETING' });
		const fields = { template: listed(template_id as string), ...words };
		expect(await refusal(emulator, 'template.edit', fields)).toContain('approved as marketing');
	});
});

it('lets a paused template go on, and says when there is nothing to let go', async () => {
	const { template_id } = await first({ status: 'PAUSED' });
	const template = listed(template_id as string);
	expect(await done(emulator, 'template.unpause', { template })).toEqual([
		{ template_id, unpaused: true },
	]);
	const { outputs } = await manage(emulator, 'template.unpause', { template });
	expect(outputs[0][0].json).toMatchObject({
		status: 'failed',
		details: 'The template is not paused.',
	});
});

describe('Delete', () => {
	const languages = async (name: string) => {
		const fields = { returnAll: true, filters: { name } };
		return (await done(emulator, 'template.getMany', fields)).map(({ language }) => language);
	};

	it('deletes one language, or all of them when asked to', async () => {
		for (const language of ['en', 'de', 'fr'])
			await done(emulator, 'template.create', { ...made('leaving'), language });
		const fields = { template: listed('leaving|de', 'name') };
		const [item] = await done(emulator, 'template.delete', fields);
		expect(item).toMatchObject({ name: 'leaving', language: 'de', deleted: true });
		expect((await languages('leaving')).sort()).toEqual(['en', 'fr']);
		const rest = { template: listed('leaving|en', 'name'), allLanguages: true };
		await done(emulator, 'template.delete', rest);
		expect(await languages('leaving')).toEqual([]);
	});

	it.each(['={{ "" }}', '../me', '12?x=1'])('refuses the template %j', async (value) => {
		const fields = { template: listed(value) };
		expect(await refusal(emulator, 'template.delete', fields)).toMatch(/Template/);
	});
});
