import { startEmulator } from '../index';
import { closeAtTheEnd } from './support/leftovers';
import { setTheStage, type Stage, template } from './support/stage';

let stage: Stage;
beforeEach(async () => {
	stage = await setTheStage();
	await stage.subscribe();
});
afterEach(async () => await stage.close());

const webhooks = () => stage.emulator.control.record({ summary: true }).webhooks;

it('delivers again with the same bytes, later each time, until the answer is 2xx', async () => {
	stage.emulator.control.settings({ retry: { first_ms: 40, factor: 2 } });
	stage.receiver.answer((nth) => [500, 404, 302, 204][nth]);
	stage.write('15551234567');
	await stage.emulator.control.idle();
	const { deliveries } = stage.receiver;
	expect(deliveries).toHaveLength(4);
	expect(new Set(deliveries.map(({ bytes }) => bytes.toString())).size).toBe(1);
	const pauses = deliveries.slice(1).map(({ at }, index) => at - deliveries[index].at);
	expect(pauses[0]).toBeGreaterThanOrEqual(38);
	expect(pauses[1]).toBeGreaterThanOrEqual(78);
	expect(pauses[2]).toBeGreaterThanOrEqual(158);
	expect(webhooks()).toMatchObject({ pending: 0, delivered: 1, attempts: 4, failed_attempts: 3 });
});

it('counts an answer that never comes as a failure', async () => {
	stage.emulator.control.settings({ retry: { timeout_ms: 100 } });
	stage.receiver.answer((nth) => (nth === 0 ? 0 : 200));
	stage.write('15551234567');
	await stage.emulator.control.idle();
	expect(webhooks()).toMatchObject({ delivered: 1, attempts: 2, failed_attempts: 1 });
});

it('gives up after the time it was given', async () => {
	stage.emulator.control.settings({ retry: { first_ms: 10, factor: 2, for_ms: 100 } });
	stage.receiver.answer(() => 500);
	stage.write('15551234567');
	await stage.emulator.control.idle();
	expect(webhooks()).toMatchObject({ pending: 0, delivered: 0, given_up: 1, attempts: 4 });
});

it('delivers what is pending to a receiver that moved', async () => {
	stage.receiver.answer(() => 500);
	stage.write('15551234567');
	await stage.emulator.control.next('webhook', { ok: false });
	const other = await setTheStage();
	await stage.graph('POST', `/${stage.emulator.config.businessAccountId}/subscribed_apps`, {
		override_callback_uri: other.receiver.url,
		verify_token: 't',
	});
	await stage.emulator.control.idle();
	expect(other.receiver.messages()).toHaveLength(1);
	await other.close();
});

it('drops events nobody subscribed to, and their states still count', async () => {
	const alone = closeAtTheEnd(
		await startEmulator({ delays_ms: { sent: [0, 0], delivered: [0, 0], read: [0, 0] } }),
	);
	await fetch(`${alone.url}/v25.0/${alone.config.phoneNumberId}/messages`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${alone.config.accessToken}`,
			'content-type': 'application/json',
		},
		body: JSON.stringify({ messaging_product: 'whatsapp', ...template('hello_world') }),
	});
	await alone.control.idle();
	const { counts, webhooks: sent } = alone.control.record();
	expect(counts).toMatchObject({ accepted: 1, sent: 1, delivered: 1, read: 1 });
	expect(sent).toMatchObject({ dropped: 3, attempts: 0 });
	await alone.close();
});

it('keeps to the number of webhooks in flight', async () => {
	stage.emulator.control.settings({ concurrency: 2 });
	stage.receiver.slow(5);
	for (let n = 0; n < 20; n++) stage.write(`1555123${1000 + n}`);
	await stage.emulator.control.idle();
	expect(stage.receiver.most()).toBe(2);
	stage.emulator.control.settings({ concurrency: 7 });
	for (let n = 0; n < 20; n++) stage.write(`1555123${1000 + n}`);
	await stage.emulator.control.idle();
	expect(stage.receiver.most()).toBe(7);
});

it('takes 100 sends and emits 300 webhooks a second without falling behind', async () => {
	stage.emulator.control.settings({
		delays_ms: { sent: [0, 50], delivered: [0, 100], read: [0, 100] },
	});
	const started = Date.now();
	const sends = Array.from({ length: 200 }, (_, n) =>
		stage.send(template('hello_world', `1555${1000000 + n}`)),
	);
	const answers = await Promise.all(sends);
	await stage.emulator.control.idle();
	expect(answers.every(({ status }) => status === 200)).toBe(true);
	expect(stage.receiver.statuses()).toHaveLength(600);
	expect(Date.now() - started).toBeLessThan(4000);
});
