import { generateKeyPairSync } from 'node:crypto';
import { manualClock } from '../index';
import { uploadSample } from './support/sample';
import { PERSON, setTheStage, type Stage, template, text } from './support/stage';

const clock = manualClock(Date.UTC(2026, 10, 2));
let stage: Stage;
let number: string;
beforeEach(async () => {
	stage = await setTheStage({ clock });
	number = `/${stage.emulator.config.phoneNumberId}`;
});
afterEach(async () => await stage.close());

const post = async (path: string, body?: unknown) => (await stage.graph('POST', path, body)).body;
const get = async (path: string) => (await stage.graph('GET', path)).body;
const account = () => `/${stage.emulator.config.businessAccountId}`;
const messaging_product = 'whatsapp';

it('takes a new number through verification and registration until it can send', async () => {
	const added = await post(`${account()}/phone_numbers`, {
		cc: '1',
		phone_number: '555-010-0142',
		verified_name: 'New Shop',
	});
	const path = `/${String(added.id)}`;
	const fields = 'status,code_verification_status,is_pin_enabled';
	expect(await get(`${path}?fields=${fields}`)).toMatchObject({
		status: 'PENDING',
		code_verification_status: 'NOT_VERIFIED',
		is_pin_enabled: false,
	});
	const send = async () =>
		await post(`${path}/messages`, { messaging_product, ...template('hello_world') });
	expect((await send()).error).toMatchObject({ code: 133010 });
	const register = { messaging_product, pin: '111111' };
	expect((await post(`${path}/register`, register)).error).toMatchObject({ code: 133006 });
	expect((await post(`${path}/verify_code`, { code: '654321' })).error).toMatchObject({
		code: 136025,
	});
	expect(await post(`${path}/request_code`, { code_method: 'SMS', language: 'en_US' })).toEqual({
		success: true,
	});
	expect((await post(`${path}/verify_code`, { code: '000000' })).error).toMatchObject({
		code: 136025,
	});
	expect(await post(`${path}/verify_code`, { code: '654321' })).toEqual({
		success: true,
		id: added.id,
	});
	expect(await post(`${path}/register`, register)).toEqual({ success: true });
	expect(await send()).toHaveProperty('messages');
	expect(await get(`${path}?fields=${fields}`)).toMatchObject({
		status: 'CONNECTED',
		code_verification_status: 'VERIFIED',
		is_pin_enabled: true,
	});
});

it('asks for the PIN on registering again, and lets it be replaced', async () => {
	expect(await post(`${number}/deregister`)).toEqual({ success: true });
	expect((await post(`${number}/deregister`)).error).toMatchObject({ error_subcode: 2207051 });
	expect((await stage.send(template('hello_world'))).body.error).toMatchObject({ code: 133010 });
	const register = async (pin: string) =>
		await post(`${number}/register`, { messaging_product, pin });
	expect((await register('999999')).error).toMatchObject({ code: 133005 });
	expect(await post(number, { pin: '999999' })).toEqual({ success: true });
	expect(await register('999999')).toEqual({ success: true });
});

it('counts ten registrations and deregistrations in 72 hours', async () => {
	const pin = '123456';
	for (let times = 0; times < 5; times++) {
		await post(`${number}/deregister`);
		await post(`${number}/register`, { messaging_product, pin });
	}
	expect((await post(`${number}/deregister`)).error).toMatchObject({ code: 133016 });
	clock.advance(72 * 3_600_000);
	expect(await post(`${number}/deregister`)).toEqual({ success: true });
});

it.each<[string, string, string, object, number]>([
	['a code by pigeon', 'POST', '/request_code', { code_method: 'PIGEON', language: 'en' }, 100],
	['a code without a language', 'POST', '/request_code', { code_method: 'SMS' }, 100],
	[
		'a code for a verified number',
		'POST',
		'/request_code',
		{ code_method: 'SMS', language: 'en' },
		136024,
	],
	['five digits as a code', 'POST', '/verify_code', { code: '12345' }, 100],
	['a PIN of five digits', 'POST', '/register', { messaging_product, pin: '12345' }, 100],
	['no product on registering', 'POST', '/register', { pin: '123456' }, 100],
	['a PIN of letters', 'POST', '', { pin: 'abcdef' }, 100],
	['a name of one letter', 'POST', '', { new_display_name: 'x' }, 100],
	['an odd visibility', 'POST', '', { search_visibility: 'SHINY' }, 100],
	['no feature', 'POST', '/settings', {}, 100],
	['two features', 'POST', '/settings', { calling: {}, payload_encryption: {} }, 100],
	['an odd setting', 'POST', '/settings', { calling: { status: 'MAYBE' } }, 100],
	['a QR code without words', 'POST', '/message_qrdls', {}, 100],
	[
		'a QR code of many words',
		'POST',
		'/message_qrdls',
		{ prefilled_message: 'x'.repeat(141) },
		100,
	],
	[
		'a QR code in JPEG',
		'POST',
		'/message_qrdls',
		{ prefilled_message: 'x', generate_qr_image: 'JPEG' },
		100,
	],
	['a QR code nobody made', 'GET', '/message_qrdls/ANED2T5QRU7HG1', {}, 803],
	['a QR code that is none', 'DELETE', '/message_qrdls/x', {}, 100],
	[
		'five prompts',
		'POST',
		'/conversational_automation',
		{ prompts: ['a', 'b', 'c', 'd', 'e'] },
		100,
	],
	['a long prompt', 'POST', '/conversational_automation', { prompts: ['x'.repeat(81)] }, 100],
	['a prompt with emoji', 'POST', '/conversational_automation', { prompts: ['Hi 👋'] }, 100],
	[
		'a command twice',
		'POST',
		'/conversational_automation',
		{
			commands: [
				{ command_name: 'a', command_description: 'x' },
				{ command_name: 'a', command_description: 'y' },
			],
		},
		100,
	],
	[
		'a command with a slash',
		'POST',
		'/conversational_automation',
		{ commands: [{ command_name: '/a', command_description: 'x' }] },
		100,
	],
	[
		'a cart that is half open',
		'POST',
		'/whatsapp_commerce_settings',
		{ is_cart_enabled: 'half' },
		100,
	],
	['nobody to block', 'POST', '/block_users', { messaging_product, block_users: [] }, 100],
	[
		'a key that is none',
		'POST',
		'/whatsapp_business_encryption',
		{ business_public_key: 'x' },
		100,
	],
	[
		'a picture nobody uploaded',
		'POST',
		'/whatsapp_business_profile',
		{ messaging_product, profile_picture_handle: '4::nobody' },
		100,
	],
])('refuses %s', async (_name, method, edge, body, code) => {
	const answer = await stage.graph(method, number + edge, body);
	expect(answer.body.error).toMatchObject({ code });
	expect(answer.status).toBeGreaterThanOrEqual(400);
});

it('refuses a number that is already there', async () => {
	const { error } = await post(`${account()}/phone_numbers`, {
		cc: '1',
		phone_number: '5550100100',
		verified_name: 'Twin',
	});
	expect(error).toMatchObject({ code: 100, error_subcode: 2388012 });
});

it('keeps settings, one feature at a time', async () => {
	expect(await get(`${number}/settings`)).toMatchObject({ calling: { status: 'DISABLED' } });
	const calling = { status: 'enabled', callback_permission_status: 'ENABLED' };
	expect(await post(`${number}/settings`, { calling })).toEqual({ success: true });
	expect(await get(`${number}/settings`)).toMatchObject({
		calling: {
			status: 'ENABLED',
			callback_permission_status: 'ENABLED',
			call_icon_visibility: 'DEFAULT',
		},
		storage_configuration: { status: 'DEFAULT' },
	});
});

it('keeps the display name that was asked for apart from the one that is approved', async () => {
	await post(number, { new_display_name: 'Better Shop', search_visibility: 'NON_VISIBLE' });
	expect(
		await get(`${number}?fields=verified_name,new_display_name,new_name_status,search_visibility`),
	).toMatchObject({
		verified_name: 'Demo Shop',
		new_display_name: 'Better Shop',
		new_name_status: 'PENDING_REVIEW',
		search_visibility: 'NON_VISIBLE',
	});
});

it('creates, changes, lists and deletes QR codes', async () => {
	const path = `${number}/message_qrdls`;
	const made = await post(path, { prefilled_message: 'Tell me more', generate_qr_image: 'SVG' });
	const code = String(made.code);
	expect(made).toEqual({
		code: expect.stringMatching(/^[A-Z2-7]{14}$/),
		prefilled_message: 'Tell me more',
		deep_link_url: `https://wa.me/message/${code}`,
		qr_image_url: expect.stringContaining('svg'),
	});
	const image = await fetch(String(made.qr_image_url), {
		headers: { authorization: `Bearer ${stage.emulator.config.accessToken}` },
	});
	expect(image.headers.get('content-type')).toContain('image/svg+xml');
	expect(await post(path, { code, prefilled_message: 'Tell me all' })).toMatchObject({
		code,
		prefilled_message: 'Tell me all',
	});
	await post(path, { prefilled_message: 'Second' });
	const page = await get(`${path}?limit=1`);
	expect(page.data).toEqual([expect.objectContaining({ prefilled_message: 'Second' })]);
	expect(page.paging).toHaveProperty('next');
	expect(
		await get(`${path}?fields=prefilled_message,qr_image_url.format(PNG)&code=${code}`),
	).toMatchObject({
		data: [{ prefilled_message: 'Tell me all', qr_image_url: expect.stringContaining('png') }],
	});
	expect(await get(`${path}/${code}`)).toMatchObject({ data: [{ code }] });
	expect((await stage.graph('DELETE', `${path}/${code}`)).body).toEqual({ success: true });
	expect((await get(`${path}?code=${code}`)).data).toEqual([]);
});

it('blocks people who wrote within a day, and nobody hears from the other any more', async () => {
	const path = `${number}/block_users`;
	const users = (user: string) => ({ messaging_product, block_users: [{ user }] });
	const stranger = await stage.graph('POST', path, users(`+${PERSON}`));
	expect(stranger.body).toMatchObject({
		error: { code: 139100 },
		block_users: { added_users: [], failed_users: [{ errors: [{ code: 131047 }] }] },
	});
	stage.write(PERSON);
	expect(await post(path, users(`+${PERSON}`))).toEqual({
		messaging_product,
		block_users: { added_users: [{ input: `+${PERSON}`, wa_id: PERSON }] },
	});
	expect((await stage.send(text('Hello'))).body.error).toMatchObject({ code: 130403 });
	expect(stage.emulator.control.receive({ from: PERSON, text: 'Hello?' }).message_id).toBe('');
	const { data } = await get(path);
	expect(data).toEqual([
		{ messaging_product, wa_id: PERSON, user_id: expect.stringMatching(/^US\./) },
	]);
	expect((await stage.graph('DELETE', path, users(PERSON))).body).toEqual({
		messaging_product,
		block_users: { removed_users: [{ input: PERSON, wa_id: PERSON }] },
	});
	expect((await stage.send(text('Hello'))).status).toBe(200);
});

it('keeps commerce settings, from the query as Meta documents it and from a body', async () => {
	const path = `${number}/whatsapp_commerce_settings`;
	await post(`${path}?is_cart_enabled=false&is_catalog_visible=true`);
	expect((await get(path)).data).toEqual([
		{ is_cart_enabled: false, is_catalog_visible: true, id: expect.any(String) },
	]);
	await post(path, { is_cart_enabled: true });
	expect((await get(path)).data).toMatchObject([
		{ is_cart_enabled: true, is_catalog_visible: true },
	]);
});

it('keeps ice breakers and commands', async () => {
	const commands = [{ command_name: 'hours', command_description: 'When we are open' }];
	await post(`${number}/conversational_automation`, { prompts: ['Where is my order?'] });
	await post(`${number}/conversational_automation`, { commands });
	expect(await get(`${number}?fields=conversational_automation`)).toMatchObject({
		conversational_automation: { prompts: ['Where is my order?'], commands },
	});
});

it('keeps the public key for flows', async () => {
	const path = `${number}/whatsapp_business_encryption`;
	const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const business_public_key = publicKey.export({ type: 'spki', format: 'pem' });
	expect(await post(path, { business_public_key })).toEqual({ success: true });
	expect((await get(path)).data).toEqual([
		{ business_public_key, business_public_key_signature_status: 'VALID' },
	]);
});

it('shows a profile picture after one was uploaded', async () => {
	const path = `${number}/whatsapp_business_profile`;
	const profile_picture_handle = await uploadSample(stage, 'image/jpeg');
	await post(path, { messaging_product, profile_picture_handle });
	expect((await get(`${path}?fields=profile_picture_url`)).data).toMatchObject([
		{ profile_picture_url: expect.stringMatching(/^https:/) },
	]);
});

it('forgets all of it on reset', async () => {
	await post(`${number}/message_qrdls`, { prefilled_message: 'x' });
	await post(`${number}/deregister`);
	stage.emulator.control.reset();
	expect((await get(`${number}/message_qrdls`)).data).toEqual([]);
	expect(await get(`${number}?fields=status`)).toMatchObject({ status: 'CONNECTED' });
});

it('has a username, unlike any other', async () => {
	const path = `${number}/username`;
	expect(await get(path)).toEqual({});
	const { data } = await get(`${number}/username_suggestions`);
	const [{ username_suggestions }] = data as unknown as Array<{ username_suggestions: string[] }>;
	const [username] = username_suggestions;
	expect(await post(path, { username })).toEqual({ status: 'approved' });
	expect(await get(path)).toEqual({ username, status: 'approved' });
	const second = `/${String(BigInt(stage.emulator.config.phoneNumberId) + 1000n)}/username`;
	expect((await post(second, { username })).error).toMatchObject({ code: 147005 });
	expect(await post(second, { username, transfer_action: 'force_transfer' })).toEqual({
		status: 'approved',
	});
	expect(await get(path)).toEqual({});
	expect((await post(path, { username: 'meta' })).error).toMatchObject({ code: 147001 });
	expect((await post(path, { username: 'www.shop' })).error).toMatchObject({ code: 100 });
	expect((await stage.graph('DELETE', second)).body).toEqual({ success: true });
});
