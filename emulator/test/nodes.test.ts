import { createHash } from 'node:crypto';
import axios from 'axios';
import { PERSON, setTheStage, type Stage } from './support/stage';

let stage: Stage;
beforeEach(async () => {
	stage = await setTheStage();
});
afterEach(async () => await stage.close());

const own = () => stage.emulator.config;
const appTokenOf = () => `${own().appId}|${own().appSecret}`;

it('lists phone numbers in pages and shows one', async () => {
	const first = (await stage.graph('GET', `/${own().businessAccountId}/phone_numbers?limit=1`))
		.body;
	expect(first.data).toMatchObject([
		{ id: own().phoneNumberId, verified_name: 'Demo Shop', quality_rating: 'GREEN' },
	]);
	const { after } = (first.paging as { cursors: { after: string } }).cursors;
	const second = (
		await stage.graph('GET', `/${own().businessAccountId}/phone_numbers?limit=1&after=${after}`)
	).body;
	expect(second.data).toHaveLength(1);
	expect(second.paging).not.toHaveProperty('next');
	expect((await stage.graph('GET', `/${own().phoneNumberId}`)).body).toEqual({
		id: own().phoneNumberId,
		verified_name: 'Demo Shop',
		code_verification_status: 'VERIFIED',
		display_phone_number: own().displayPhoneNumber,
		quality_rating: 'GREEN',
	});
	const asked = await stage.graph('GET', `/${own().phoneNumberId}?fields=throughput,health_status`);
	expect(asked.body).toMatchObject({
		throughput: { level: 'STANDARD' },
		health_status: {
			can_send_message: 'AVAILABLE',
			entities: [
				{ entity_type: 'PHONE_NUMBER', id: own().phoneNumberId },
				{ entity_type: 'WABA', id: own().businessAccountId },
				{ entity_type: 'BUSINESS' },
				{ entity_type: 'APP', id: own().appId },
			],
		},
	});
});

it('shows the business account with the fields it is asked for', async () => {
	const { body } = await stage.graph(
		'GET',
		`/${own().businessAccountId}?fields=name,currency,health_status`,
	);
	expect(body).toMatchObject({
		id: own().businessAccountId,
		currency: 'USD',
		health_status: { entities: expect.any(Array) },
	});
	expect(
		Object.keys((await stage.graph('GET', `/${own().businessAccountId}`)).body).sort(),
	).toEqual(['id', 'message_template_namespace', 'name', 'timezone_id'].sort());
});

it('keeps a file, gives it back to whoever has the token, and deletes it', async () => {
	const form = new FormData();
	form.append('messaging_product', 'whatsapp');
	form.append('type', 'image/png');
	form.append('file', new Blob(['not really a picture'], { type: 'image/png' }), 'a.png');
	const { body: made } = await stage.graph('POST', `/${own().phoneNumberId}/media`, form);
	expect(made).toEqual({ id: expect.stringMatching(/^\d+$/) });
	const { body: media } = await stage.graph(
		'GET',
		`/${String(made.id)}?phone_number_id=${own().phoneNumberId}`,
	);
	expect(media).toEqual({
		messaging_product: 'whatsapp',
		url: expect.stringContaining(stage.emulator.url),
		mime_type: 'image/png',
		sha256: createHash('sha256').update('not really a picture').digest('hex'),
		file_size: 20,
		id: made.id,
	});
	const get = async (headers: Record<string, string>) =>
		await axios.get(String(media.url), { headers, validateStatus: () => true });
	const file = await get({ authorization: `Bearer ${own().accessToken}` });
	expect([file.status, file.headers['content-type'], file.data]).toEqual([
		200,
		'image/png',
		'not really a picture',
	]);
	expect((await get({})).status).toBe(401);
	const elsewhere = await stage.graph('GET', `/${String(made.id)}?phone_number_id=1`);
	expect(elsewhere.body.error).toMatchObject({ code: 100, error_subcode: 33 });
	stage.write(PERSON);
	const image = (id: unknown) => ({ to: PERSON, type: 'image', image: { id } });
	expect((await stage.send(image(made.id))).status).toBe(200);
	expect((await stage.graph('DELETE', `/${String(made.id)}`)).body).toEqual({ success: true });
	expect((await stage.send(image(made.id))).body.error).toMatchObject({
		code: 100,
		message: expect.stringContaining('media attachment ID'),
	});
});

it('refuses files Meta does not take', async () => {
	const upload = async (parts: Record<string, string | Blob>) => {
		const form = new FormData();
		for (const [name, value] of Object.entries(parts)) form.append(name, value);
		return (await stage.graph('POST', `/${own().phoneNumberId}/media`, form)).body.error?.message;
	};
	const messaging_product = 'whatsapp';
	expect(
		await upload({ messaging_product, file: new Blob(['x'], { type: 'image/gif' }) }),
	).toContain("'image/gif'");
	expect(await upload({ file: new Blob(['x'], { type: 'image/png' }) })).toContain(
		'messaging_product',
	);
	expect(await upload({ messaging_product })).toContain('file');
	const huge = new Blob([Buffer.alloc(6_000_000)], { type: 'image/png' });
	expect(await upload({ messaging_product, file: huge })).toContain('exceeds');
});

it('tells what a token is, to the app and to the token itself', async () => {
	const path = `/debug_token?input_token=${own().accessToken}`;
	const expected = {
		data: {
			app_id: own().appId,
			is_valid: true,
			expires_at: 0,
			type: 'SYSTEM_USER',
			scopes: ['whatsapp_business_management', 'whatsapp_business_messaging'],
			granular_scopes: [
				{ scope: 'whatsapp_business_management', target_ids: [own().businessAccountId] },
				{ scope: 'whatsapp_business_messaging', target_ids: [own().businessAccountId] },
			],
		},
	};
	expect((await stage.graph('GET', path, undefined, appTokenOf())).body).toMatchObject(expected);
	expect((await stage.graph('GET', path)).body).toMatchObject(expected);
	const wrong = await stage.graph(
		'GET',
		'/debug_token?input_token=nonsense',
		undefined,
		appTokenOf(),
	);
	expect(wrong.body).toMatchObject({ data: { is_valid: false, error: { code: 190 } } });
	expect((await stage.graph('GET', path, undefined, `${own().appId}|wrong`)).status).toBe(401);
});

it('lets the token expire and lose permissions', async () => {
	const { control } = stage.emulator;
	control.settings({ token: { scopes: ['whatsapp_business_management'] } });
	const refused = await stage.send({ to: PERSON, type: 'text', text: { body: 'x' } });
	expect(refused.status).toBe(403);
	expect(refused.body.error).toMatchObject({ code: 200 });
	control.settings({ token: { expires_at: 1 } });
	const expired = await stage.graph('GET', `/${own().phoneNumberId}`);
	expect(expired.status).toBe(401);
	expect(expired.body.error).toMatchObject({ code: 190, error_subcode: 463 });
	const { body } = await stage.graph(
		'GET',
		`/debug_token?input_token=${own().accessToken}`,
		undefined,
		appTokenOf(),
	);
	expect(body.data).toMatchObject({ is_valid: false, expires_at: 1 });
});

it('shows the app', async () => {
	expect((await stage.graph('GET', '/app')).body).toMatchObject({ id: own().appId });
	expect((await stage.graph('GET', `/${own().appId}`, undefined, appTokenOf())).body).toMatchObject(
		{
			id: own().appId,
			name: 'Demo App',
		},
	);
});

it('keeps the business profile', async () => {
	const path = `/${own().phoneNumberId}/whatsapp_business_profile`;
	const about = 'Open from nine to five';
	expect(
		(
			await stage.graph('POST', path, {
				messaging_product: 'whatsapp',
				about,
				websites: ['https://a.example'],
			})
		).body,
	).toEqual({
		success: true,
	});
	expect((await stage.graph('GET', `${path}?fields=about,websites,email`)).body).toEqual({
		data: [{ messaging_product: 'whatsapp', about, websites: ['https://a.example'] }],
	});
	const long = await stage.graph('POST', path, {
		messaging_product: 'whatsapp',
		about: 'x'.repeat(140),
	});
	expect(long.body.error).toMatchObject({ code: 100 });
});

it('hands out the token of the app for its secret, and of the business for a code', async () => {
	const { appId, appSecret, accessToken } = own();
	const ask = async (query: string) =>
		(await stage.graph('GET', `/oauth/access_token?${query}`, undefined, '')).body;
	const who = `client_id=${appId}&client_secret=${appSecret}`;
	expect(await ask(`${who}&grant_type=client_credentials`)).toEqual({
		access_token: appTokenOf(),
		token_type: 'bearer',
	});
	expect(await ask(`${who}&code=x`)).toMatchObject({ access_token: accessToken });
	for (const wrong of [
		'',
		`client_id=${appId}`,
		`client_id=1&client_secret=${appSecret}`,
		`${who}x&code=x`,
		who,
	])
		expect(await ask(wrong)).toHaveProperty('error.code');
});

it('filters and sorts phone numbers', async () => {
	const path = `/${own().businessAccountId}/phone_numbers?fields=id`;
	const ids = async (query: string) => {
		const { data } = (await stage.graph('GET', path + encodeURI(query))).body;
		return (data as unknown as Array<{ id: string }>).map(({ id }) => id);
	};
	const filter = (field: string, operator: string, value: unknown) =>
		`&filtering=${JSON.stringify([{ field, operator, value }])}`;
	const all = await ids('');
	expect(await ids('&sort=creation_time.desc')).toEqual([...all].reverse());
	expect(await ids(filter('account_mode', 'EQUAL', 'LIVE'))).toEqual(all);
	expect(await ids(filter('account_mode', 'EQUAL', 'SANDBOX'))).toEqual([]);
	expect(await ids(filter('verified_name', 'IN', ['Demo Support']))).toEqual([all[1]]);
	for (const wrong of [
		'&filtering=nonsense',
		filter('account_mode', 'LIKE', 'x'),
		filter('colour', 'EQUAL', 'x'),
	])
		expect((await stage.graph('GET', path + encodeURI(wrong))).body.error).toMatchObject({
			code: 100,
		});
});
