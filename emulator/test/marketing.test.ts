import { PERSON, setTheStage, template, text, type Stage } from './support/stage';

let stage: Stage;
beforeAll(async () => {
	stage = await setTheStage({ enforce_window: false });
	await stage.subscribe();
});
afterAll(async () => await stage.close());

const sendMarketing = async (body: Record<string, unknown>) =>
	await stage.graph('POST', `/${stage.emulator.config.phoneNumberId}/marketing_messages`, {
		messaging_product: 'whatsapp',
		...body,
	});

const spring = template('spring_sale', PERSON, [
	{ type: 'header', parameters: [{ type: 'image', image: { link: 'https://a.example/b.jpg' } }] },
	{
		type: 'body',
		parameters: [
			{ type: 'text', parameter_name: 'first_name', text: 'Jo' },
			{ type: 'text', parameter_name: 'day', text: 'today' },
		],
	},
	{ type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'jo' }] },
]);

it('takes a marketing template and bills it under its own name', async () => {
	const { status, body } = await sendMarketing({ ...spring, product_policy: 'STRICT' });
	expect({ status, error: body.error }).toEqual({ status: 200, error: undefined });
	await stage.emulator.control.idle();
	expect(stage.receiver.statuses()[0]).toMatchObject({ pricing: { category: 'marketing_lite' } });
});

it.each([
	['a template of another category', template('hello_world'), 134100],
	['anything but a template', text('Hello'), 134100],
	['a policy nobody knows', { ...spring, product_policy: 'MAYBE' }, 100],
	['a group', { ...spring, recipient_type: 'group', to: 'Y2FwaV9ncm91cDo' }, 100],
	['an unknown number', undefined, 100],
])('refuses %s', async (_name, body, code) => {
	const answer = body
		? await sendMarketing(body)
		: await stage.graph('POST', '/42/marketing_messages', { messaging_product: 'whatsapp' });
	expect(answer.status).toBe(400);
	expect(answer.body.error).toMatchObject({ code });
});
