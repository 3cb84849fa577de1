import { setTheStage, type Stage, template } from './support/stage';

let stage: Stage;
let account: string;
beforeEach(async () => {
	stage = await setTheStage();
	account = `/${stage.emulator.config.businessAccountId}`;
});
afterEach(async () => await stage.close());

const post = async (body: object) => (await stage.graph('POST', account, body)).body;

it('keeps what is changed about the business account', async () => {
	expect(await post({ name: 'Better Shop', timezone_id: '57' })).toEqual({ success: true });
	const { body } = await stage.graph('GET', account);
	expect(body).toMatchObject({ name: 'Better Shop', timezone_id: '57' });
});

it.each([
	['an empty name', { name: '' }, 100],
	['a time zone in words', { timezone_id: 'Berlin' }, 100],
	['switching insights off', { is_enabled_for_insights: false }, 200006],
])('refuses %s', async (_name, body, code) => {
	expect((await post(body)).error).toMatchObject({ code });
});

it('sends marketing templates the other way only, once the account says so', async () => {
	const { body } = await stage.graph(
		'GET',
		`${account}/message_templates?category=MARKETING&limit=1`,
	);
	expect(body.data).toHaveLength(1);
	await post({ disable_marketing_messages_on_cloud_api: true });
	expect((await stage.send(template('hello_world'))).status).toBe(200);
	const sale = template('spring_sale', undefined, [
		{ type: 'header', parameters: [{ type: 'image', image: { link: 'https://a.example/a.png' } }] },
		{
			type: 'body',
			parameters: [
				{ type: 'text', parameter_name: 'first_name', text: 'Jo' },
				{ type: 'text', parameter_name: 'day', text: 'Monday' },
			],
		},
		{ type: 'button', sub_type: 'url', index: 0, parameters: [{ type: 'text', text: 'x' }] },
	]);
	expect((await stage.send(sale)).body.error).toMatchObject({ code: 131063 });
});
