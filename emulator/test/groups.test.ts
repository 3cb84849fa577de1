import { PERSON, setTheStage, type Stage } from './support/stage';

let stage: Stage;
let number: string;
beforeEach(async () => {
	stage = await setTheStage({ concurrency: 1 });
	number = `/${stage.emulator.config.phoneNumberId}`;
	await stage.subscribe();
});
afterEach(async () => await stage.close());

const messaging_product = 'whatsapp';
const post = async (path: string, body?: unknown) => (await stage.graph('POST', path, body)).body;
const get = async (path: string) => (await stage.graph('GET', path)).body;

/** What the app was told about groups, oldest first. */
async function told(): Promise<Array<Record<string, unknown>>> {
	await stage.emulator.control.idle();
	return stage.receiver.deliveries.flatMap(({ body }) =>
		body.entry.flatMap(({ changes }) =>
			changes.flatMap(({ field, value }) =>
				(value.groups ?? []).map((group) => ({ field, ...group })),
			),
		),
	);
}

async function create(rest: object = {}) {
	await post(`${number}/groups`, { messaging_product, subject: 'Book club', ...rest });
	const { data } = await get(`${number}/groups`);
	return String((data as unknown as { groups: Array<{ id: string }> }).groups[0].id);
}
const join = (group_id: string, from = PERSON) =>
	stage.emulator.control.group({ group_id, act: 'join', from });

it('is created with a request ID and told by webhook', async () => {
	const made = await post(`${number}/groups`, { messaging_product, subject: 'Book club' });
	expect(made).toEqual({ messaging_product, request_id: expect.any(String) });
	const [event] = await told();
	expect(event).toMatchObject({
		field: 'group_lifecycle_update',
		type: 'group_create',
		request_id: made.request_id,
		subject: 'Book club',
		invite_link: expect.stringMatching(/^https:\/\/chat\.whatsapp\.com\//),
	});
	const { data } = await get(`${number}/groups?limit=5`);
	expect(data).toEqual({
		groups: [{ id: event.group_id, subject: 'Book club', created_at: expect.any(String) }],
	});
});

it('has members who came by its link, and takes messages while somebody is in it', async () => {
	const id = await create({ description: 'We read' });
	const send = async () =>
		(await stage.send({ recipient_type: 'group', to: id, type: 'text', text: { body: 'Hi' } }))
			.body;
	expect((await send()).error).toMatchObject({ code: 131020 });
	join(id);
	expect(await send()).toMatchObject({ messages: [{ group_id: id }] });
	const fields =
		'subject,description,participants,total_participant_count,join_approval_mode,suspended';
	expect(await get(`/${id}?fields=${fields}`)).toEqual({
		messaging_product,
		id,
		subject: 'Book club',
		description: 'We read',
		participants: [{ wa_id: PERSON, user_id: expect.any(String) }],
		total_participant_count: 1,
		join_approval_mode: 'auto_approve',
		suspended: false,
	});
	stage.emulator.control.group({ group_id: id, act: 'suspend' });
	expect((await send()).error).toMatchObject({ code: 131207 });
	stage.emulator.control.group({ group_id: id, act: 'unsuspend' });
	const users = { messaging_product, participants: [{ user: `+${PERSON}` }] };
	expect((await stage.graph('DELETE', `/${id}/participants`, users)).body).toEqual({
		success: true,
	});
	expect((await stage.graph('DELETE', `/${id}/participants`, users)).body.error).toMatchObject({
		code: 131212,
	});
	expect((await stage.graph('DELETE', `/${id}`)).body).toEqual({ success: true });
	expect((await send()).error).toMatchObject({ code: 131041 });
	expect((await told()).map(({ type }) => type)).toEqual([
		'group_create',
		'group_participants_add',
		'group_suspend',
		'group_suspend_cleared',
		'group_participants_remove',
		'group_delete',
	]);
});

it('takes eight members and no ninth', async () => {
	const id = await create();
	for (let count = 0; count < 8; count++) join(id, `1555123000${count}`);
	expect(() => join(id, '15551230009')).toThrow('131204');
});

it('lets people in who asked, or sends them away', async () => {
	const id = await create({ join_approval_mode: 'approval_required' });
	const first = String(join(id).join_request_id);
	const second = String(join(id, '15551234568').join_request_id);
	const { data } = await get(`/${id}/join_requests`);
	expect(data).toMatchObject([
		{ join_request_id: first, wa_id: PERSON },
		{ join_request_id: second },
	]);
	expect(await post(`/${id}/join_requests`, { messaging_product, join_requests: [first] })).toEqual(
		{
			messaging_product,
			approved_join_requests: [first],
		},
	);
	const rejected = await stage.graph('DELETE', `/${id}/join_requests`, {
		messaging_product,
		join_requests: [second, 'nobody'],
	});
	expect(rejected.body).toMatchObject({
		rejected_join_requests: [second],
		failed_join_requests: [{ join_request_id: 'nobody', errors: [{ code: 131213 }] }],
	});
	expect(await get(`/${id}?fields=total_participant_count`)).toMatchObject({
		total_participant_count: 1,
	});
});

it('has an invite link that can be renewed and revoked', async () => {
	const path = `/${await create()}/invite_link`;
	const { invite_link } = await get(path);
	const renewed = await post(path, { messaging_product });
	expect(renewed.invite_link).not.toBe(invite_link);
	expect(await get(path)).toEqual(renewed);
	expect((await stage.graph('DELETE', path)).body).toEqual({ success: true });
	expect((await get(path)).error).toMatchObject({ code: 100 });
});

it('changes its subject, description and picture', async () => {
	const id = await create();
	await post(`/${id}`, { messaging_product, subject: 'Film club' });
	const form = new FormData();
	form.append('messaging_product', messaging_product);
	form.append('description', 'We watch');
	form.append('profile_picture_file', new Blob(['x'], { type: 'image/jpeg' }), 'a.jpg');
	expect(await post(`/${id}`, form)).toEqual({ success: true });
	expect(await get(`/${id}?fields=subject,description`)).toMatchObject({
		subject: 'Film club',
		description: 'We watch',
	});
	const events = (await told()).filter(({ field }) => field === 'group_settings_update');
	expect(events).toMatchObject([
		{ group_subject: { text: 'Film club' } },
		{ group_description: { text: 'We watch' }, profile_picture: { mime_type: 'image/jpeg' } },
	]);
});

type GraphCall = [string, string] | [string, string, object];

it.each<[string, (id: string) => GraphCall]>([
	['no subject', () => ['POST', `${number}/groups`, { messaging_product }]],
	[
		'a long subject',
		() => ['POST', `${number}/groups`, { messaging_product, subject: 'x'.repeat(129) }],
	],
	[
		'a way to join nobody knows',
		() => [
			'POST',
			`${number}/groups`,
			{ messaging_product, subject: 'x', join_approval_mode: 'maybe' },
		],
	],
	['a change of nothing', (id) => ['POST', `/${id}`, { messaging_product }]],
	[
		'nobody to remove',
		(id) => ['DELETE', `/${id}/participants`, { messaging_product, participants: [] }],
	],
	['no request', (id) => ['POST', `/${id}/join_requests`, { messaging_product }]],
	['a group nobody made', () => ['GET', '/Y2FwaV9ncm91cA/invite_link']],
	['a field nobody knows', (id) => ['GET', `/${id}?fields=colour`]],
])('refuses %s', async (_name, call) => {
	const [method, path, input] = call(await create());
	const { body } = await stage.graph(method, path, input);
	expect(body.error).toMatchObject({ code: 100 });
});
