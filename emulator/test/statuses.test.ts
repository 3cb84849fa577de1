import { createHmac } from 'node:crypto';
import { PERSON, setTheStage, type Stage, template, text } from './support/stage';

let stage: Stage;
beforeEach(async () => {
	stage = await setTheStage();
	await stage.subscribe();
});
afterEach(async () => await stage.close());

/** Written from Meta's description, not from our code. */
const hmac = (secret: string, bytes: Buffer) =>
	`sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;

it('signs the exact bytes, which escape everything outside ASCII and every slash', async () => {
	stage.emulator.control.receive({ from: PERSON, text: 'äöå 👍 a/b' });
	await stage.emulator.control.idle();
	const { headers, bytes, body } = stage.receiver.deliveries[0];
	expect(headers['x-hub-signature-256']).toBe(hmac(stage.emulator.config.appSecret, bytes));
	expect(headers['content-type']).toBe('application/json');
	expect(bytes.toString('latin1')).toContain('\\u00e4\\u00f6\\u00e5 \\ud83d\\udc4d a\\/b');
	expect(hmac(stage.emulator.config.appSecret, Buffer.from(JSON.stringify(body)))).not.toBe(
		headers['x-hub-signature-256'],
	);
	expect(stage.receiver.messages()[0].text).toEqual({ body: 'äöå 👍 a/b' });
});

it('reports sent, delivered and read with the key, the price and the person', async () => {
	// One webhook at a time: only then do they arrive in order.
	stage.emulator.control.settings({ concurrency: 1 });
	const { body } = await stage.send({
		...template('hello_world'),
		biz_opaque_callback_data: 'k/1',
	});
	const [{ id }] = body.messages as Array<{ id: string }>;
	await stage.emulator.control.idle();
	const pricing = { billable: true, pricing_model: 'PMP', category: 'utility', type: 'regular' };
	const common = {
		id,
		timestamp: expect.stringMatching(/^\d{10}$/),
		recipient_id: PERSON,
		recipient_user_id: expect.stringMatching(/^US\.\d+$/),
		biz_opaque_callback_data: 'k/1',
	};
	expect(stage.receiver.statuses()).toEqual([
		{ ...common, status: 'sent', pricing },
		{ ...common, status: 'delivered', pricing },
		{ ...common, status: 'read' },
	]);
	const [{ value }] = stage.receiver.deliveries[0].body.entry[0].changes;
	expect(value.metadata).toEqual({
		display_phone_number: stage.emulator.config.displayPhoneNumber.replace(/\D/g, ''),
		phone_number_id: stage.emulator.config.phoneNumberId,
	});
	expect(value.contacts).toEqual([
		{ profile: { name: expect.any(String) }, wa_id: PERSON, user_id: common.recipient_user_id },
	]);
});

it('prices a free-form message as free service', async () => {
	stage.write(PERSON);
	await stage.send(text('hi'));
	await stage.emulator.control.idle();
	expect(stage.receiver.statuses()[0].pricing).toEqual({
		billable: false,
		pricing_model: 'PMP',
		category: 'service',
		type: 'free_customer_service',
	});
});

it('reports a failure without contacts, price and user ID', async () => {
	stage.emulator.control.fault({ kind: 'fail_status', code: 131049 });
	await stage.send(template('hello_world'));
	await stage.emulator.control.idle();
	const [{ value }] = stage.receiver.deliveries[0].body.entry[0].changes;
	expect(Object.keys(value).sort()).toEqual(['messaging_product', 'metadata', 'statuses']);
	expect(value.statuses).toEqual([
		{
			id: expect.stringMatching(/^wamid\./),
			status: 'failed',
			timestamp: expect.any(String),
			recipient_id: PERSON,
			errors: [
				{
					code: 131049,
					title: expect.any(String),
					message: expect.any(String),
					error_data: { details: expect.any(String) },
					href: expect.stringMatching(/^https:/),
				},
			],
		},
	]);
});

it('addresses people by their business-scoped user ID and never invents their number', async () => {
	const { body } = await stage.send({
		...template('hello_world'),
		to: undefined,
		recipient: 'US.42',
	});
	expect(body.contacts).toEqual([{ input: 'US.42', user_id: 'US.42' }]);
	await stage.emulator.control.idle();
	for (const status of stage.receiver.statuses()) {
		expect(status.recipient_user_id).toBe('US.42');
		expect(status).not.toHaveProperty('recipient_id');
	}
});

it('says no more than sent about a reaction and adds played to a voice message', async () => {
	const { message_id } = stage.emulator.control.receive({ from: PERSON });
	await stage.send({ to: PERSON, type: 'reaction', reaction: { message_id, emoji: '👍' } });
	await stage.send({
		to: PERSON,
		type: 'audio',
		audio: { link: 'https://example.com/a.ogg', voice: true },
	});
	await stage.emulator.control.idle();
	const seen = stage.receiver.statuses().map(({ status }) => status);
	expect(seen.sort()).toEqual(['delivered', 'played', 'read', 'sent', 'sent']);
});

it('puts several events into one webhook when asked to', async () => {
	stage.emulator.control.settings({ batch_max: 10, concurrency: 1 });
	for (let n = 0; n < 20; n++) await stage.send(template('hello_world', `1555123${1000 + n}`));
	await stage.emulator.control.idle();
	expect(stage.receiver.statuses()).toHaveLength(60);
	expect(stage.receiver.deliveries.length).toBeLessThan(40);
	const sizes = stage.receiver.deliveries.map(({ body }) =>
		body.entry[0].changes.reduce((sum, { value }) => sum + value.statuses.length, 0),
	);
	expect(Math.max(...sizes)).toBeGreaterThan(1);
	expect(Math.max(...sizes)).toBeLessThanOrEqual(10);
});

it('lets the same things happen to the same messages on every run with the same seed', async () => {
	const outcomes = async (seed: number) => {
		const { control } = stage.emulator;
		control.reset();
		control.settings({ seed, rates: { delivered: 0.7, read: 0.5, failed: 0.2 } });
		for (let n = 0; n < 30; n++) await stage.send(template('hello_world', `1555123${1000 + n}`));
		await control.idle();
		return (control.record().messages ?? []).map(({ states }) => Object.keys(states).join());
	};
	const first = await outcomes(7);
	expect(await outcomes(7)).toEqual(first);
	expect(await outcomes(8)).not.toEqual(first);
	expect(new Set(first).size).toBeGreaterThan(2);
});
