import { setTheStage, type Stage } from './support/stage';

let stage: Stage;
let account: string;
beforeEach(async () => {
	stage = await setTheStage({ concurrency: 1 });
	account = `/${stage.emulator.config.businessAccountId}`;
});
afterEach(async () => await stage.close());

const post = async (path: string, body?: unknown) => (await stage.graph('POST', path, body)).body;
const get = async (path: string) => (await stage.graph('GET', path)).body;

const screen = (id: string, rest: object = {}) => ({
	id,
	title: id,
	layout: { type: 'SingleColumnLayout', children: [{ type: 'TextHeading', text: 'Hello' }] },
	...rest,
});
const FLOW = { version: '7.3', screens: [screen('FIRST', { terminal: true })] };

const create = async (rest: object = {}) =>
	await post(`${account}/flows`, { name: 'survey', categories: ['SURVEY'], ...rest });

async function upload(flow: string, json: string, parts: Record<string, string> = {}) {
	const form = new FormData();
	const fields = { name: 'flow.json', asset_type: 'FLOW_JSON', ...parts };
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	form.append('file', new Blob([json], { type: 'application/json' }), 'flow.json');
	return await post(`/${flow}/assets`, form);
}

it('goes from draft through its JSON to published and deprecated, and tells the app', async () => {
	const { appId, appSecret } = stage.emulator.config;
	await stage.graph(
		'POST',
		`/${appId}/subscriptions`,
		{
			object: 'whatsapp_business_account',
			callback_url: stage.receiver.url,
			verify_token: 'v',
			fields: 'flows',
		},
		`${appId}|${appSecret}`,
	);
	await post(`${account}/subscribed_apps`);
	const made = await create();
	expect(made).toEqual({ id: expect.stringMatching(/^\d+$/) });
	const id = String(made.id);
	expect((await post(`/${id}/publish`)).error).toMatchObject({ code: 139002 });
	expect(await upload(id, JSON.stringify(FLOW))).toEqual({ success: true, validation_errors: [] });
	expect(await get(`/${id}`)).toEqual({
		id,
		name: 'survey',
		status: 'DRAFT',
		categories: ['SURVEY'],
		validation_errors: [],
	});
	const assets = await get(`/${id}/assets`);
	expect(assets.data).toEqual([
		{ name: 'flow.json', asset_type: 'FLOW_JSON', download_url: expect.any(String) },
	]);
	const [{ download_url }] = assets.data as Array<{ download_url: string }>;
	const file = await fetch(download_url, {
		headers: { authorization: `Bearer ${stage.emulator.config.accessToken}` },
	});
	expect(await file.json()).toEqual(FLOW);
	expect(await post(`/${id}/publish`)).toEqual({ success: true });
	expect((await upload(id, '{}')).error).toMatchObject({ code: 139001 });
	expect((await stage.graph('DELETE', `/${id}`)).body.error).toMatchObject({ code: 139004 });
	expect(await post(`/${id}/deprecate`)).toEqual({ success: true });
	expect((await post(`/${id}/deprecate`)).error).toMatchObject({ code: 139003 });
	await stage.emulator.control.idle();
	const changes = stage.receiver.deliveries.flatMap(({ body }) => body.entry[0].changes);
	expect(changes).toMatchObject([
		{ field: 'flows', value: { old_status: 'DRAFT', new_status: 'PUBLISHED', flow_id: id } },
		{ field: 'flows', value: { old_status: 'PUBLISHED', new_status: 'DEPRECATED' } },
	]);
});

it('creates, publishes and clones in one call', async () => {
	const first = await create({ flow_json: JSON.stringify(FLOW), publish: true });
	expect(first).toMatchObject({ success: true, validation_errors: [] });
	const clone = await create({ name: 'again', clone_flow_id: first.id });
	const shown = await get(
		`/${String(clone.id)}?fields=status,json_version,preview.invalidate(false)`,
	);
	expect(shown).toMatchObject({
		status: 'DRAFT',
		json_version: '7.3',
		preview: { preview_url: expect.stringContaining(String(clone.id)) },
	});
	const later = await get(`/${String(clone.id)}?fields=preview.invalidate(true)`);
	expect(later.preview).not.toEqual(shown.preview);
	const { data } = await get(`${account}/flows?limit=1`);
	expect(data).toMatchObject([{ name: 'again' }]);
});

it('updates a draft and deletes it', async () => {
	const { id } = await create();
	const endpoint_uri = 'https://a.example/flow';
	expect(
		await post(`/${String(id)}`, { name: 'renamed', categories: '["OTHER"]', endpoint_uri }),
	).toEqual({ success: true });
	expect(await get(`/${String(id)}?fields=name,categories,endpoint_uri`)).toMatchObject({
		name: 'renamed',
		categories: ['OTHER'],
		endpoint_uri,
	});
	expect((await stage.graph('DELETE', `/${String(id)}`)).body).toEqual({ success: true });
	expect((await get(`/${String(id)}`)).error).toMatchObject({ code: 100, error_subcode: 33 });
});

it.each([
	['text that is no JSON', '{"version":', 'INVALID_JSON'],
	['no screens', '{"version":"7.3"}', 'REQUIRED_PROPERTY_MISSING'],
	['no version', JSON.stringify({ screens: FLOW.screens }), 'REQUIRED_PROPERTY_MISSING'],
	[
		'a screen twice',
		JSON.stringify({ ...FLOW, screens: [...FLOW.screens, ...FLOW.screens] }),
		'DUPLICATE_SCREEN_IDS',
	],
	[
		'a property nobody knows',
		JSON.stringify({ ...FLOW, screens: [screen('FIRST', { terminal: true, colour: 'red' })] }),
		'INVALID_PROPERTY',
	],
	[
		'a way to nowhere',
		JSON.stringify({
			...FLOW,
			screens: [
				screen('FIRST', {
					terminal: true,
					data: { 'on-click-action': { name: 'navigate', next: { name: 'NOWHERE' } } },
				}),
			],
		}),
		'INVALID_NAVIGATE_SCREEN',
	],
	['no end', JSON.stringify({ ...FLOW, screens: [screen('FIRST')] }), 'MISSING_TERMINAL_SCREEN'],
])('says what is wrong with %s, and does not publish it', async (_name, json, error) => {
	const id = String((await create()).id);
	const answer = await upload(id, json);
	expect(answer).toMatchObject({ success: true, validation_errors: [{ error, line_start: 1 }] });
	expect((await post(`/${id}/publish`)).error).toMatchObject({ code: 139002 });
});

it('wants an endpoint for a flow that uses one', async () => {
	const { id } = await create({ flow_json: JSON.stringify({ ...FLOW, data_api_version: '3.0' }) });
	expect((await post(`/${String(id)}/publish`)).error).toMatchObject({ code: 139002 });
	await post(`/${String(id)}`, { endpoint_uri: 'https://a.example/flow' });
	expect(await post(`/${String(id)}/publish`)).toEqual({ success: true });
});

it.each([
	['no name', { name: '' }],
	['no category', { categories: [] }],
	['a category nobody knows', { categories: ['FUN'] }],
	['a clone of nothing', { clone_flow_id: '1' }],
	['an endpoint without TLS', { endpoint_uri: 'http://a.example' }],
])('refuses %s', async (_name, rest) => {
	expect((await create(rest)).error).toMatchObject({ code: 100 });
});

it('refuses a name that is taken, and a file under another name', async () => {
	const { id } = await create();
	expect((await create()).error).toMatchObject({ code: 100, error_user_msg: expect.any(String) });
	expect((await upload(String(id), '{}', { name: 'a.json' })).error).toMatchObject({ code: 100 });
	expect((await upload(String(id), '{}', { asset_type: 'X' })).error).toMatchObject({ code: 100 });
});
