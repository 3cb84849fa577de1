import type { Emulator } from '../../../emulator/index';
import { parseKey } from '../../../core/ledger/key';
import { secretsOf, TEST_CREDENTIALS } from '../../support/engine';
import { credentialsOf, emulate, people, run, sendTextOf } from './support';

let emulator: Emulator;
beforeEach(async () => {
	emulator = await emulate();
});
afterEach(async () => await emulator.close());

const bodies = () => emulator.control.sent().map(({ body }) => body);
const sends = () => emulator.control.requests().filter(({ path }) => path.endsWith('/messages'));
const jsonOf = ({ outputs }: Awaited<ReturnType<typeof run>>) => outputs[0].map(({ json }) => json);

describe('Send Text', () => {
	it('tells what Meta accepted, whom it was addressed to, and under which key', async () => {
		const options = { campaign: 'welcome', replyTo: 'wamid.X', previewUrl: true };
		const result = await run(
			emulator,
			[{ to: '0049 (0) 151 23456789', text: 'Hello' }],
			sendTextOf({ options }),
		);
		const [json] = jsonOf(result);
		expect(json).toMatchObject({
			status: 'accepted',
			message_id: expect.stringMatching(/^wamid\./),
			to: '4915123456789',
			to_changed: 'The (0) was left out',
			wa_id: '4915123456789',
			phone_number_id: emulator.config.phoneNumberId,
			business_account_id: emulator.config.businessAccountId,
			campaign: 'welcome',
			code: '',
		});
		expect(bodies()).toEqual([
			{
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+4915123456789',
				type: 'text',
				text: { body: 'Hello', preview_url: true },
				context: { message_id: 'wamid.X' },
				biz_opaque_callback_data: json.key,
			},
		]);
		expect(parseKey(json.key as string)).toMatchObject({ campaign: 'welcome', attempt: 'e1.0.0' });
	});

	it('writes no number into the key, and no secret anywhere', async () => {
		const result = await run(emulator, people(1), sendTextOf());
		const [{ key }] = jsonOf(result);
		expect(key).not.toContain('15550201000');
		const secrets = secretsOf({ ...TEST_CREDENTIALS, ...credentialsOf(emulator) });
		for (const secret of secrets) expect(result.stored).not.toContain(secret);
	});

	it('addresses a business-scoped user ID', async () => {
		const result = await run(
			emulator,
			[{ to: 'US.13491208655302741918', text: 'a' }],
			sendTextOf(),
		);
		expect(bodies()[0]).toMatchObject({ recipient: 'US.13491208655302741918' });
		expect(jsonOf(result)[0]).toMatchObject({
			status: 'accepted',
			contact_key: 'US.13491208655302741918',
		});
	});

	it('takes the attempt a ledger planned', async () => {
		const options = { campaign: 'spring', trackingAttempt: '2' };
		const [{ key }] = jsonOf(await run(emulator, people(1), sendTextOf({ options })));
		expect(parseKey(key as string)).toMatchObject({ campaign: 'spring', attempt: '2' });
	});

	it('returns what Meta refused as a result, with reason and next step', async () => {
		emulator.control.fault({ kind: 'error', code: 131030 });
		const result = await run(emulator, people(1), sendTextOf());
		expect(result.status).toBe('success');
		expect(jsonOf(result)[0]).toMatchObject({
			status: 'failed',
			message_id: '',
			code: '131030',
			reason: expect.stringMatching(/\w+/),
			next_step: expect.stringMatching(/\w+/),
		});
		expect(result.hints).toHaveLength(1);
	});

	it('calls a message whose answer was lost unknown, and sends it exactly once', async () => {
		emulator.control.fault({ kind: 'drop_answer' });
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
		const result = await run(emulator, people(1), sendTextOf(), { settings });
		expect(jsonOf(result)[0]).toMatchObject({
			status: 'unknown',
			code: 'no_answer',
			key: expect.stringMatching(/^w1\//),
		});
		expect(emulator.control.record().counts.accepted).toBe(1);
		expect(sends()).toHaveLength(1);
	});

	it('waits and repeats when Meta says it is too fast', async () => {
		emulator.control.fault({ kind: 'error', code: 130429 });
		const result = await run(emulator, people(1), sendTextOf());
		expect(jsonOf(result)[0]).toMatchObject({ status: 'accepted', code: '' });
		expect(sends().map(({ status }) => status)).toEqual([expect.any(Number), 200]);
	});

	it.each([{ onError: 'continueRegularOutput' as const }, {}])(
		'is not repeated by Retry On Fail when the first item was refused (%j)',
		async (mode) => {
			emulator.control.fault({ kind: 'error', code: 131026 });
			const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0, ...mode };
			const result = await run(emulator, people(3), sendTextOf(), { settings });
			expect(jsonOf(result).filter(({ status }) => status === 'failed')).toHaveLength(1);
			expect(sends()).toHaveLength(3);
		},
	);

	it('sends the others when one item is wrong, in the order of the input', async () => {
		const items = [...people(3), { to: '0151 23456789', text: 'x' }, ...people(5).slice(3)];
		const result = await run(emulator, items, sendTextOf());
		expect(jsonOf(result).map(({ status }) => status)).toEqual([
			'accepted',
			'accepted',
			'accepted',
			'failed',
			'accepted',
			'accepted',
		]);
		expect(jsonOf(result)[3]).toMatchObject({
			to: '0151 23456789',
			code: 'input',
			action: 'fixRequest',
			reason: expect.stringContaining('starts with a single 0'),
		});
		expect(result.outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_, item) => ({ item })),
		);
		expect(emulator.control.record().counts.accepted).toBe(5);
	});

	it('stops the run at the node when the only item is wrong', async () => {
		const result = await run(emulator, [{ to: '+1 555 010 0000', text: ' ' }], sendTextOf());
		expect(result.error?.message).toContain('The text is empty');
		expect(sends()).toHaveLength(0);
	});

	it('stops trying when the whole account is refused', async () => {
		emulator.control.fault({ kind: 'error', code: 131042, times: 0 });
		const result = await run(emulator, people(200), sendTextOf());
		expect(jsonOf(result)).toHaveLength(200);
		expect(new Set(jsonOf(result).map(({ status, code }) => `${status} ${code}`))).toEqual(
			new Set(['failed 131042']),
		);
		expect(sends().length).toBeLessThan(60);
		expect(jsonOf(result)[199]).toMatchObject({
			action: 'fixAccount',
			details: expect.stringContaining('Not attempted'),
		});
	});

	it('keeps to the pace of the number', async () => {
		const started = Date.now();
		const options = { messagesPerSecond: 20 };
		const result = await run(emulator, people(41), sendTextOf({ options }));
		expect(jsonOf(result).every(({ status }) => status === 'accepted')).toBe(true);
		expect(Date.now() - started).toBeGreaterThan(1800);
	});

	it('shares the pace of a number among executions', async () => {
		const started = Date.now();
		const parameters = sendTextOf({ options: { messagesPerSecond: 20 } });
		await Promise.all([
			run(emulator, people(21), parameters),
			run(emulator, people(20), parameters),
		]);
		expect(emulator.control.record({ summary: true }).counts.accepted).toBe(41);
		expect(Date.now() - started).toBeGreaterThan(1800);
	});

	it('returns within a second what was done when the execution is stopped', async () => {
		const running = run(emulator, people(100), sendTextOf({ options: { messagesPerSecond: 10 } }));
		while (emulator.control.record({ summary: true }).counts.accepted < 5) {
			await emulator.control.next('message', { timeout_ms: 1000 });
		}
		const stopped = Date.now();
		running.cancel();
		await running.catch(() => undefined);
		expect(Date.now() - stopped).toBeLessThan(1000);
		const { accepted } = emulator.control.record({ summary: true }).counts;
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(emulator.control.record({ summary: true }).counts.accepted).toBe(accepted);
		expect(accepted).toBeLessThan(20);
	});
});
