import axios from 'axios';
import { PERSON, setTheStage, type Stage, template, text } from './support/stage';

let stage: Stage;
beforeEach(async () => {
	stage = await setTheStage();
	await stage.subscribe();
});
afterEach(async () => await stage.close());

it('equals what the webhooks said, state for state and second for second', async () => {
	const { control } = stage.emulator;
	control.settings({ rates: { delivered: 0.8, read: 0.6, failed: 0.1 }, seed: 3 });
	control.fault({ kind: 'duplicate', times: 10 });
	control.fault({ kind: 'shuffle', times: 10 });
	stage.receiver.answer((nth) => (nth % 7 === 0 ? 503 : 200));
	for (let n = 0; n < 60; n++)
		await stage.send({
			...template('hello_world', `1555123${1000 + n}`),
			biz_opaque_callback_data: `w1/${n % 2 ? 'spring%20sale' : 'other'}/c${n}/1`,
		});
	await control.idle();
	const fromWebhooks = new Map<unknown, Record<string, unknown>>();
	for (const { id, status, timestamp, errors } of stage.receiver.statuses()) {
		const states = fromWebhooks.get(id) ?? {};
		const code = (errors as Array<{ code: number }> | undefined)?.[0].code;
		states[String(status)] = code ? { at: Number(timestamp), code } : Number(timestamp);
		fromWebhooks.set(id, states);
	}
	const { counts, by_campaign, messages = [] } = control.record();
	expect(messages).toHaveLength(60);
	for (const { message_id, states } of messages)
		expect(states).toEqual(fromWebhooks.get(message_id));
	const having = (state: string) =>
		[...fromWebhooks.values()].filter((states) => state in states).length;
	expect(counts).toEqual({
		accepted: 60,
		held: 0,
		sent: having('sent'),
		delivered: having('delivered'),
		read: having('read'),
		failed: having('failed'),
		rejected: 0,
	});
	expect(counts.failed).toBeGreaterThan(0);
	expect(Object.keys(by_campaign).sort()).toEqual(['other', 'spring sale']);
	expect(by_campaign.other.read + by_campaign['spring sale'].read).toBe(counts.read);
});

it('is idle only when everything planned has happened and everything is delivered', async () => {
	const { control } = stage.emulator;
	control.settings({ delays_ms: { read: [150, 150] } });
	await stage.send(template('hello_world'));
	await expect(control.idle({ timeout_ms: 20 })).rejects.toThrow(
		/Still busy after 20 ms: \d planned/,
	);
	await control.idle();
	expect(control.record().counts.read).toBe(1);
	expect(control.record().webhooks).toMatchObject({ pending: 0, delivered: 3 });
});

it('says so over HTTP when it does not become idle', async () => {
	stage.emulator.control.settings({ delays_ms: { sent: [5000, 5000] } });
	await stage.send(template('hello_world'));
	const { status, data } = await axios.post(
		`${stage.emulator.url}/_emulator/idle`,
		{ timeout_ms: 20 },
		{ validateStatus: () => true },
	);
	expect(status).toBe(408);
	expect(data.error).toContain('Still busy');
});

it('passes time faster when told to, for what is already planned too', async () => {
	const { control } = stage.emulator;
	control.settings({ delays_ms: { sent: [60_000, 60_000], delivered: [0, 0], read: [0, 0] } });
	await stage.send(template('hello_world'));
	control.settings({ speed: 1000 });
	await control.idle({ timeout_ms: 2000 });
	expect(control.record().counts.read).toBe(1);
});

it('counts held messages as accepted and sends them later', async () => {
	const { control } = stage.emulator;
	control.settings({ rates: { held: 1 } });
	const { body } = await stage.send(
		template('birthday_gift', PERSON, [
			{ type: 'body', parameters: [{ type: 'text', text: 'Jo' }] },
		]),
	);
	expect(body.messages).toMatchObject([{ message_status: 'held_for_quality_assessment' }]);
	await control.idle();
	expect(control.record().counts).toMatchObject({ accepted: 1, held: 1, read: 1 });
});

it('shows what was sent and asked, and never the token', async () => {
	const { control, config } = stage.emulator;
	stage.write(PERSON);
	await stage.send(text('content'));
	await stage.graph(
		'GET',
		`/debug_token?input_token=${config.accessToken}&access_token=${config.accessToken}`,
	);
	expect(control.sent()).toMatchObject([{ body: { type: 'text', text: { body: 'content' } } }]);
	expect(control.requests().map(({ method, path, status }) => [method, path, status])).toEqual([
		['POST', `/v25.0/${config.businessAccountId}/subscribed_apps`, 200],
		['POST', `/v25.0/${config.phoneNumberId}/messages`, 200],
		['GET', '/v25.0/debug_token', 200],
	]);
	const everything = JSON.stringify([
		control.requests(),
		control.config(),
		await control.next('request'),
	]);
	for (const secret of [config.accessToken, config.appSecret, 'our-verify-token'])
		expect(everything).not.toContain(secret);
});

it('hands out events one after the other to those who wait', async () => {
	const { control } = stage.emulator;
	const waiting = control.next('message', { timeout_ms: 2000 });
	await stage.send(template('hello_world', '15550000001'));
	await stage.send(template('hello_world', '15550000002'));
	expect(await waiting).toMatchObject({ type: 'message', to: '15550000001' });
	expect(await control.next('message')).toMatchObject({ to: '15550000002' });
	expect(await control.next('message', { timeout_ms: 20 })).toBeUndefined();
	expect(await control.next('message', { after: 0 })).toMatchObject({ to: '15550000001' });
	expect(await control.next('status', { status: 'read' })).toMatchObject({ status: 'read' });
	const { data } = await axios.get(
		`${stage.emulator.url}/_emulator/next?type=handshake&timeout_ms=20`,
	);
	expect(data).toMatchObject({ type: 'handshake', ok: true });
});

it('forgets everything on reset but where webhooks go', async () => {
	const { control } = stage.emulator;
	control.settings({ delays_ms: { sent: [5000, 5000] } });
	await stage.send(template('hello_world'));
	control.reset();
	await control.idle({ timeout_ms: 100 });
	expect(control.record()).toMatchObject({ counts: { accepted: 0 }, messages: [] });
	stage.write(PERSON);
	await control.idle();
	expect(stage.receiver.messages()).toHaveLength(1);
});
