import { manualClock } from '../index';
import { uploadSample } from './support/sample';
import { setTheStage, type Stage } from './support/stage';

const HOUR = 3_600_000;
const clock = manualClock(Date.UTC(2026, 10, 2));
let stage: Stage;
let image: string;
beforeAll(async () => {
	stage = await setTheStage({ clock, template_review: 'APPROVED' });
	image = await uploadSample(stage, 'image/png');
});
afterAll(async () => await stage.close());

let count = 0;
const path = () => `/${stage.emulator.config.businessAccountId}/message_templates`;
const create = async (body: Record<string, unknown>) =>
	await stage.graph('POST', path(), {
		name: `made_${++count}`,
		language: 'en_US',
		category: 'MARKETING',
		...body,
	});

const BODY = { type: 'BODY', text: 'Our shop is open again.' };
const URL_BUTTON = {
	type: 'URL',
	text: 'Shop',
	url: 'https://a.example/{{1}}',
	example: ['https://a.example/x'],
};
const otp = (button: object) => ({
	category: 'AUTHENTICATION',
	components: [
		{ type: 'BODY', add_security_recommendation: true },
		{ type: 'FOOTER', code_expiration_minutes: 10 },
		{ type: 'BUTTONS', buttons: [{ type: 'OTP', ...button }] },
	],
});
const apps = [{ package_name: 'com.example', signature_hash: 'K8a/AINcGX7' }];
const card = (handle: string, kind = 'QUICK_REPLY') => ({
	components: [
		{ type: 'HEADER', format: 'IMAGE', example: { header_handle: [handle] } },
		{ type: 'BODY', text: 'A card' },
		{ type: 'BUTTONS', buttons: [{ ...URL_BUTTON, type: kind }] },
	],
});

it.each<[string, () => Record<string, unknown>]>([
	[
		'named variables with examples',
		() => ({
			parameter_format: 'NAMED',
			components: [
				{
					type: 'BODY',
					text: 'Hi {{first_name}}, it is here.',
					example: { body_text_named_params: [{ param_name: 'first_name', example: 'Jo' }] },
				},
			],
		}),
	],
	[
		'an image header and every kind of simple button',
		() => ({
			components: [
				{ type: 'HEADER', format: 'IMAGE', example: { header_handle: [image] } },
				BODY,
				{ type: 'FOOTER', text: 'Thanks' },
				{
					type: 'BUTTONS',
					buttons: [
						{ type: 'QUICK_REPLY', text: 'Yes' },
						{ type: 'QUICK_REPLY', text: 'No' },
						URL_BUTTON,
						{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+15550100' },
						{ type: 'COPY_CODE', example: 'SAVE25' },
					],
				},
			],
		}),
	],
	['a location header', () => ({ components: [{ type: 'HEADER', format: 'LOCATION' }, BODY] })],
	['a one-time code to copy', () => otp({ otp_type: 'COPY_CODE' })],
	['a one-time code by one tap', () => otp({ otp_type: 'ONE_TAP', supported_apps: apps })],
	[
		'an offer',
		() => ({
			components: [
				{
					type: 'LIMITED_TIME_OFFER',
					limited_time_offer: { text: 'Ends soon!', has_expiration: true },
				},
				BODY,
				{ type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', example: 'SAVE25' }, URL_BUTTON] },
			],
		}),
	],
	[
		'a carousel',
		() => ({ components: [BODY, { type: 'CAROUSEL', cards: [card(image), card(image)] }] }),
	],
	['components in lower case', () => ({ components: [{ ...BODY, type: 'body' }] })],
	['a lifetime', () => ({ components: [BODY], message_send_ttl_seconds: 43_200 })],
])('takes %s', async (_name, body) => {
	const { body: answer } = await create(body());
	expect(answer).toMatchObject({ id: expect.stringMatching(/^\d+$/), status: 'APPROVED' });
});

const withHeader = (header: object) => ({ components: [{ type: 'HEADER', ...header }, BODY] });
const withButtons = (...buttons: object[]) => ({
	components: [BODY, { type: 'BUTTONS', buttons }],
});
const withBody = (text: string, example?: object) => ({
	components: [{ type: 'BODY', text, ...(example && { example }) }],
});
const reply = (text: string) => ({ type: 'QUICK_REPLY', text });

it.each<[string, () => Record<string, unknown>, number | undefined]>([
	['a variable without an example', () => withBody('Hello {{1}}, welcome.'), 2388043],
	[
		'fewer examples than variables',
		() => withBody('Hello {{1}} and {{2}}, welcome.', { body_text: [['a']] }),
		2388043,
	],
	[
		'a gap in the variables',
		() => withBody('Hello {{2}}, welcome.', { body_text: [['a']] }),
		2388072,
	],
	[
		'a named variable in a positional template',
		() => withBody('Hello {{name}}, welcome.'),
		2388072,
	],
	['more variables than words', () => withBody('Hello {{1}} {{2}} {{3}}, you.'), 2388293],
	['two bodies', () => ({ components: [BODY, BODY] }), 2388072],
	['a long header', () => withHeader({ format: 'TEXT', text: 'x'.repeat(61) }), 2388040],
	[
		'two variables in the header',
		() => withHeader({ format: 'TEXT', text: '{{1}} {{2}}' }),
		2388047,
	],
	['a header of no kind', () => withHeader({ format: 'POEM' }), 2388047],
	['an image header without a sample', () => withHeader({ format: 'IMAGE' }), 2388043],
	[
		'a sample nobody uploaded',
		() => withHeader({ format: 'IMAGE', example: { header_handle: ['4::nobody'] } }),
		2494102,
	],
	[
		'a sample of another kind',
		() => withHeader({ format: 'VIDEO', example: { header_handle: [image] } }),
		2388047,
	],
	[
		'a variable in the footer',
		() => ({ components: [BODY, { type: 'FOOTER', text: 'Yours, {{1}}' }] }),
		2388073,
	],
	['eleven buttons', () => withButtons(...'abcdefghijk'.split('').map(reply)), 2388072],
	['three links', () => withButtons(URL_BUTTON, URL_BUTTON, URL_BUTTON), 2388072],
	['replies apart', () => withButtons(reply('a'), URL_BUTTON, reply('b')), 2388072],
	['a long label', () => withButtons(reply('x'.repeat(26))), 2388040],
	['a link without an example', () => withButtons({ ...URL_BUTTON, example: undefined }), 2388043],
	[
		'a variable inside a link',
		() => withButtons({ ...URL_BUTTON, url: 'https://a.example/{{1}}/b' }),
		2388072,
	],
	['a button nobody knows', () => withButtons({ type: 'HUG', text: 'Hug' }), 2388072],
	[
		'a code button in marketing',
		() => withButtons({ type: 'OTP', otp_type: 'COPY_CODE' }),
		2388072,
	],
	[
		'an authentication template with words',
		() => ({ ...otp({ otp_type: 'COPY_CODE' }), components: [BODY] }),
		2388072,
	],
	['one tap without an app', () => otp({ otp_type: 'ONE_TAP' }), 2388043],
	[
		'a carousel of one card',
		() => ({ components: [BODY, { type: 'CAROUSEL', cards: [card(image)] }] }),
		2388072,
	],
	[
		'cards that differ',
		() => ({
			components: [BODY, { type: 'CAROUSEL', cards: [card(image), card(image, 'URL')] }],
		}),
		2388072,
	],
	[
		'a lifetime out of range',
		() => ({ components: [BODY], message_send_ttl_seconds: 60 }),
		undefined,
	],
	['a language that is none', () => ({ language: 'english', components: [BODY] }), undefined],
])('refuses %s', async (_name, body, subcode) => {
	const { status, body: answer } = await create(body());
	expect(status).toBe(400);
	expect(answer.error).toMatchObject({ code: 100, error_user_msg: expect.any(String) });
	expect(answer.error?.error_subcode).toBe(subcode);
});

it('lets an approved template be edited once a day', async () => {
	const { body } = await create({ components: [BODY] });
	const edit = async () =>
		(await stage.graph('POST', `/${String(body.id)}`, { components: [BODY] })).body;
	expect(await edit()).toMatchObject({ success: true });
	expect((await edit()).error).toMatchObject({ error_subcode: 2388039 });
	clock.advance(24 * HOUR);
	expect(await edit()).toMatchObject({ success: true });
});

it('keeps the name of a deleted template blocked for 30 days', async () => {
	const again = { name: 'comes_and_goes', components: [BODY] };
	await create(again);
	await stage.graph('DELETE', `${path()}?name=comes_and_goes`);
	expect((await create(again)).body.error).toMatchObject({ error_subcode: 2388023 });
	clock.advance(30 * 24 * HOUR);
	expect((await create(again)).status).toBe(200);
});

it('lists the library and makes a template from it', async () => {
	const { body } = await stage.graph(
		'GET',
		'/message_template_library?search=parcel&topic=ORDER_MANAGEMENT',
	);
	expect(body.data).toMatchObject([{ name: 'delivery_update_1', category: 'UTILITY' }]);
	const from = (rest: object) =>
		create({ category: 'UTILITY', library_template_name: 'delivery_update_1', ...rest });
	expect((await from({})).body.error).toMatchObject({ error_subcode: 2388043 });
	expect((await from({ library_template_name: 'nothing' })).status).toBe(400);
	const made = await from({
		library_template_button_inputs: [
			{ type: 'URL', url: { base_url: 'https://a.example/{{1}}', url_suffix_example: 'x' } },
		],
	});
	const { body: shown } = await stage.graph('GET', `/${String(made.body.id)}`);
	expect(shown).toMatchObject({
		components: [
			{ type: 'HEADER' },
			{ type: 'BODY' },
			{ type: 'BUTTONS', buttons: [{ type: 'URL', url: 'https://a.example/{{1}}' }] },
		],
	});
});

it('makes and replaces an authentication template in many languages at once', async () => {
	const { components } = otp({ otp_type: 'COPY_CODE' });
	const upsert = async () =>
		(
			await stage.graph('POST', path().replace('message_templates', 'upsert_message_templates'), {
				name: 'login_everywhere',
				languages: ['en_US', 'de'],
				category: 'AUTHENTICATION',
				components,
			})
		).body;
	const first = await upsert();
	expect(first.data).toMatchObject([{ language: 'en_US' }, { language: 'de' }]);
	const second = await upsert();
	expect(second.data).toHaveLength(2);
	const { body } = await stage.graph('GET', `${path()}?name=login_everywhere`);
	expect(body.data).toHaveLength(2);
});

it("shows Meta's words for authentication templates", async () => {
	const { body } = await stage.graph(
		'GET',
		`${path().replace('templates', 'template_previews')}?category=AUTHENTICATION&languages=en_US,de&code_expiration_minutes=5`,
	);
	expect(body.data).toMatchObject([
		{ language: 'en_US', footer: 'This code expires in 5 minutes.' },
		{ language: 'de' },
	]);
});

it('unpauses what is paused', async () => {
	const { id } = stage.emulator.control.template({ name: 'hello_world', status: 'PAUSED' });
	expect((await stage.graph('POST', `/${id}/unpause`)).body).toEqual({ success: true });
	expect((await stage.graph('POST', `/${id}/unpause`)).body).toMatchObject({ success: false });
});
