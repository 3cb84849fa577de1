import { setTheStage, type Stage, template } from './support/stage';

let stage: Stage;
beforeEach(async () => {
	stage = await setTheStage();
});
afterEach(async () => await stage.close());

const path = (query = '') =>
	`/${stage.emulator.config.businessAccountId}/message_templates${query}`;
interface Page {
	data: Array<Record<string, string>>;
	paging: { cursors: { before: string; after: string }; next?: string; previous?: string };
	summary?: Record<string, number>;
}
const list = async (query = '') => (await stage.graph('GET', path(query))).body as unknown as Page;

it('lists 25 at a time and reaches every template by following the cursors', async () => {
	const first = await list();
	expect(first.data).toHaveLength(25);
	expect(first.paging.next).toContain(`after=${first.paging.cursors.after}`);
	expect(first.paging.next).not.toContain(stage.emulator.config.accessToken);
	const second = await list(`?after=${first.paging.cursors.after}`);
	expect(second.paging).not.toHaveProperty('next');
	const ids = [...first.data, ...second.data].map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids.length).toBeGreaterThan(25);
	const back = await list(`?before=${second.paging.cursors.before}`);
	expect(back.data).toEqual(first.data);
	const all = await list('?limit=1000');
	expect(all.data.map(({ id }) => id)).toEqual(ids);
});

it('needs two pages for the approved ones alone', async () => {
	const approved = await list('?status=APPROVED');
	expect(approved.data).toHaveLength(25);
	expect(approved.paging.next).toBeDefined();
});

it('refuses a cursor that is none', async () => {
	const { body } = await stage.graph('GET', path('?after=nonsense'));
	expect(body.error).toMatchObject({ code: 131059 });
});

it.each([
	['status=PAUSED', ['weekly_deals']],
	['status=["PENDING","REJECTED"]', ['summer_preview', 'free_money']],
	['status=pending,rejected', ['summer_preview', 'free_money']],
	['name=spring_sale', ['spring_sale', 'spring_sale']],
	['name=spring_sale&language=de', ['spring_sale']],
	['category=["AUTHENTICATION"]', ['login_code']],
	['content=warehouse', ['order_update']],
	['name_or_content=coupon', ['coupon']],
	['quality_score=RED', ['weekly_deals', 'old_newsletter']],
	['name=nothing_like_it', []],
])('filters by %s', async (query, names) => {
	const { data } = await list(`?${encodeURI(query)}`);
	expect(data.map(({ name }) => name)).toEqual(names);
});

it('gives the fields it is asked for, the ID always, and refuses fields that do not exist', async () => {
	const { data } = await list('?limit=1&fields=name,status,quality_score{score}');
	expect(data).toEqual([
		{
			id: expect.any(String),
			name: 'hello_world',
			status: 'APPROVED',
			quality_score: { score: 'GREEN' },
		},
	]);
	expect(Object.keys((await list('?limit=1')).data[0]).sort()).toEqual(
		['category', 'components', 'id', 'language', 'name', 'parameter_format', 'status'].sort(),
	);
	const { status, body } = await stage.graph('GET', path('?fields=name,colour'));
	expect(status).toBe(400);
	expect(body.error).toMatchObject({ code: 100, message: expect.stringContaining('(colour)') });
});

it('counts what it was asked to count', async () => {
	const { summary } = await list(
		'?limit=1&status=PAUSED&summary=total_count,message_template_count',
	);
	expect(summary).toEqual({ total_count: 1, message_template_count: expect.any(Number) });
});

it('creates, shows, edits and deletes a template', async () => {
	stage.emulator.control.settings({ template_review: 'APPROVED' });
	const components = [
		{ type: 'body', text: 'Hello {{1}}, welcome.', example: { body_text: [['Jo']] } },
	];
	const made = await stage.graph('POST', path(), {
		name: 'welcome',
		language: 'en_US',
		category: 'utility',
		components,
	});
	expect(made.body).toEqual({
		id: expect.stringMatching(/^\d+$/),
		status: 'APPROVED',
		category: 'UTILITY',
	});
	const one = await stage.graph('GET', `/${String(made.body.id)}`);
	expect(one.body).toMatchObject({
		name: 'welcome',
		components: [{ type: 'BODY', text: 'Hello {{1}}, welcome.' }],
	});
	const send = template('welcome', '15551234567', [
		{ type: 'body', parameters: [{ type: 'text', text: 'Jo' }] },
	]);
	expect((await stage.send(send)).status).toBe(200);
	expect(
		(await stage.graph('POST', `/${String(made.body.id)}`, { category: 'MARKETING' })).status,
	).toBe(400);
	expect((await stage.graph('DELETE', path('?name=welcome'))).body).toEqual({ success: true });
	expect((await stage.send(send)).body.error).toMatchObject({ code: 132001 });
	expect((await stage.graph('DELETE', path('?name=welcome'))).status).toBe(400);
});

it('deletes one language, or many templates by their IDs', async () => {
	const [, german] = (await list('?name=spring_sale')).data;
	await stage.graph('DELETE', path(`?name=spring_sale&hsm_id=${german.id}`));
	const left = (await list('?name=spring_sale')).data;
	expect(left.map(({ language }) => language)).toEqual(['en_US']);
	await stage.graph('DELETE', path(`?hsm_ids=["${left[0].id}"]`));
	expect((await list('?name=spring_sale')).data).toEqual([]);
});

it.each([
	['a name with capitals', { name: 'Welcome' }, undefined],
	['a name that is taken', { name: 'hello_world' }, 2388024],
	['no body', { components: [{ type: 'FOOTER', text: 'x' }] }, 2388072],
	['a variable at the end', { components: [{ type: 'BODY', text: 'Hello {{1}}' }] }, 2388299],
	['too long a body', { components: [{ type: 'BODY', text: 'x'.repeat(1025) }] }, 2388040],
])('refuses to create a template with %s', async (_name, change, subcode) => {
	const { status, body } = await stage.graph('POST', path(), {
		name: 'welcome',
		language: 'en_US',
		category: 'UTILITY',
		components: [{ type: 'BODY', text: 'Welcome to us.' }],
		...change,
	});
	expect(status).toBe(400);
	expect(body.error).toMatchObject({ code: 100, error_user_msg: expect.any(String) });
	if (subcode) expect(body.error).toMatchObject({ error_subcode: subcode });
});
