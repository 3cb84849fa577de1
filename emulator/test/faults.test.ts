import axios from 'axios';
import { PERSON, setTheStage, type Stage, template } from './support/stage';

let stage: Stage;
beforeEach(async () => {
	stage = await setTheStage();
	await stage.subscribe();
});
afterEach(async () => await stage.close());

const counts = () => stage.emulator.control.record({ summary: true }).counts;

it('refuses the next send with the code, once', async () => {
	stage.emulator.control.fault({ kind: 'error', code: 131056 });
	const refused = await stage.send(template('hello_world'));
	expect(refused.status).toBe(429);
	expect(refused.body.error).toMatchObject({
		code: 131056,
		error_data: { messaging_product: 'whatsapp' },
	});
	expect((await stage.send(template('hello_world'))).status).toBe(200);
	expect(counts()).toMatchObject({ accepted: 1, rejected: 1 });
});

it('strikes only where it was asked to', async () => {
	const { control, config } = stage.emulator;
	control.fault({ kind: 'error', code: 131026, times: 0, match: { to: PERSON } });
	control.fault({ kind: 'error', code: 132015, match: { template: 'order_update' } });
	control.fault({ kind: 'error', code: 2, match: { path: '/message_templates' } });
	expect((await stage.send(template('hello_world', '15550000001'))).status).toBe(200);
	expect((await stage.send(template('hello_world', `+${PERSON}`))).body.error).toMatchObject({
		code: 131026,
	});
	expect((await stage.send(template('hello_world', PERSON))).body.error).toMatchObject({
		code: 131026,
	});
	expect((await stage.send(template('order_update', '15550000001'))).body.error).toMatchObject({
		code: 132015,
	});
	const list = () => stage.graph('GET', `/${config.businessAccountId}/message_templates`);
	expect((await list()).body.error).toMatchObject({ code: 2, is_transient: true });
	expect((await list()).status).toBe(200);
	control.clearFaults();
	expect((await stage.send(template('hello_world', PERSON))).status).toBe(200);
});

it('accepts the message and cuts the connection before the answer', async () => {
	stage.emulator.control.fault({ kind: 'drop_answer' });
	await expect(
		stage.send({ ...template('hello_world'), biz_opaque_callback_data: 'w/c/x' }),
	).rejects.toMatchObject({
		code: 'ECONNRESET',
	});
	await stage.emulator.control.idle();
	expect(counts()).toMatchObject({ accepted: 1, read: 1, rejected: 0 });
	expect(stage.receiver.statuses().map((status) => status.biz_opaque_callback_data)).toEqual([
		'w/c/x',
		'w/c/x',
		'w/c/x',
	]);
	expect(stage.emulator.control.requests().at(-1)).toMatchObject({ status: 0 });
});

it('answers like a gateway that has lost its way', async () => {
	stage.emulator.control.fault({ kind: 'http_error', code: 502 });
	const { status, body } = await stage.send(template('hello_world'));
	expect(status).toBe(502);
	expect(String(body)).toContain('<html>');
	expect(counts()).toMatchObject({ accepted: 0, rejected: 1 });
});

it('delivers a webhook twice', async () => {
	stage.emulator.control.fault({ kind: 'duplicate' });
	await stage.send(template('hello_world'));
	await stage.emulator.control.idle();
	expect(
		stage.receiver
			.statuses()
			.map(({ status }) => status)
			.sort(),
	).toEqual(['delivered', 'read', 'sent', 'sent']);
	expect(counts()).toMatchObject({ sent: 1, delivered: 1, read: 1 });
});

it('delivers the statuses of a message out of order, with their true times', async () => {
	stage.emulator.control.fault({ kind: 'shuffle', times: 5 });
	for (let n = 0; n < 5; n++) await stage.send(template('hello_world', `1555123000${n}`));
	await stage.emulator.control.idle();
	const byMessage = new Map<unknown, unknown[]>();
	for (const { id, status } of stage.receiver.statuses())
		byMessage.set(id, [...(byMessage.get(id) ?? []), status]);
	expect(byMessage.size).toBe(5);
	for (const states of byMessage.values()) {
		expect([...states].sort()).toEqual(['delivered', 'read', 'sent']);
		expect(states).not.toEqual(['sent', 'delivered', 'read']);
	}
});

it('holds a webhook or an answer back', async () => {
	const { control } = stage.emulator;
	control.fault({ kind: 'delay', ms: 150 });
	control.fault({ kind: 'delay', ms: 120, of: 'answer' });
	const started = Date.now();
	await stage.send(template('hello_world'));
	expect(Date.now() - started).toBeGreaterThanOrEqual(115);
	await control.idle();
	expect(stage.receiver.statuses().at(-1)?.status).toBe('sent');
});

it('can be driven over HTTP as well', async () => {
	const http = axios.create({
		baseURL: `${stage.emulator.url}/_emulator`,
		validateStatus: () => true,
	});
	const { data } = await http.post('/faults', { kind: 'error', code: 130429, times: 2 });
	expect(data).toEqual({ id: expect.any(String) });
	expect((await http.get('/faults')).data).toMatchObject([
		{ kind: 'error', code: 130429, times: 2, struck: 0 },
	]);
	expect((await stage.send(template('hello_world'))).body.error).toMatchObject({ code: 130429 });
	await http.delete('/faults');
	expect((await http.get('/faults')).data).toEqual([]);
	const wrong = await http.post('/faults', { kind: 'earthquake' });
	expect(wrong.status).toBe(400);
	expect(wrong.data.error).toContain('kind');
});
