import { Cancelled } from '../../../core/campaign/cancelled';
import { createLimiter } from '../../../core/campaign/limiter';
import { createPairPacer } from '../../../core/campaign/pairPacer';
import type { Graph } from '../../../core/graph/client';
import { GraphError, NoAnswerError } from '../../../core/graph/error';
import { toFault } from '../../../core/graph/fault';
import { deliver, type Prepared } from '../../../core/message/deliver';
import { answeredOutcome, faultOutcome } from '../../../core/message/outcomes';
import { fakeClock } from '../campaign/fakeClock';

const message: Prepared = {
	phoneNumberId: '900',
	body: { type: 'text' },
	context: { to: '15550101234', contact_key: '15550101234', key: 'w1/a/b/c' },
};

const accepted = { contacts: [{ wa_id: '15550101234' }], messages: [{ id: 'wamid.1' }] };
const refusal = (code: number, extra = {}) => new GraphError(400, { error: { code, ...extra } });

/** A Graph that answers with each of these in turn, and what happened around it. */
function setUp(...answers: unknown[]) {
	const clock = fakeClock();
	const start = clock.now();
	const limiter = createLimiter({ perSecond: 80, clock });
	const calls: number[] = [];
	const graph = (async () => {
		calls.push(clock.now() - start);
		const answer = answers[Math.min(calls.length, answers.length) - 1];
		return answer instanceof Error ? await Promise.reject(answer) : answer;
	}) as Graph;
	const pairs = createPairPacer({ clock });
	const delivery = { graph, limiter, pairs, clock, random: () => 0 };
	return { clock, limiter, calls, delivery };
}

const settled = async (work: Promise<unknown>) => await work.catch((error: unknown) => error);

describe('a delivery', () => {
	it('is accepted', async () => {
		const { delivery } = setUp(accepted);
		expect(await deliver(message, delivery)).toMatchObject({
			status: 'accepted',
			message_id: 'wamid.1',
			to: '15550101234',
			contact_key: '15550101234',
			key: 'w1/a/b/c',
			code: '',
		});
	});

	it.each([130429, 4, 80007, 131016, 133004, 131057])(
		'repeats %i, which proves that Meta did not take it',
		async (code) => {
			const { delivery, clock, calls } = setUp(refusal(code), refusal(code), accepted);
			const result = deliver(message, delivery);
			await clock.run();
			expect(await result).toMatchObject({ status: 'accepted' });
			expect(calls.map((at) => Math.round(at / 1000))).toEqual([0, 1, 3]);
		},
	);

	it('waits 4, 16 and 64 seconds for one person, as Meta asks, and slows nobody else down', async () => {
		const { delivery, clock, calls, limiter } = setUp(refusal(131056));
		const result = settled(deliver(message, delivery));
		await clock.run();
		expect(await result).toBeInstanceOf(GraphError);
		expect(calls.map((at) => Math.round(at / 1000))).toEqual([0, 4, 20, 84]);
		expect(limiter.pace()).toBe(80);
	});

	it('gives up after five tries, having slowed everybody down', async () => {
		const { delivery, clock, calls, limiter } = setUp(refusal(130429));
		const result = settled(deliver(message, delivery));
		await clock.run();
		expect(await result).toMatchObject({ code: 130429 });
		expect(calls).toHaveLength(5);
		expect(limiter.pace()).toBeLessThan(80);
	});

	it.each([
		['silence', new NoAnswerError('Nobody answered.', true)],
		['a request that never left', new NoAnswerError('No connection.', false)],
		['a refusal for good', refusal(131026)],
		['an answer that does not say how far it came', refusal(131000)],
		['an unknown code that Meta calls transient', refusal(987654, { is_transient: true })],
		['a fault of ours', new TypeError('x is undefined')],
	])('never repeats %s', async (_name, error) => {
		const { delivery, clock, calls } = setUp(error);
		const result = settled(deliver(message, delivery));
		await clock.run();
		expect(await result).toBe(error);
		expect(calls).toHaveLength(1);
	});

	it('ends with the refusal when the run is stopped during a pause', async () => {
		const { delivery, clock, calls } = setUp(refusal(130429));
		const stop = new AbortController();
		const result = settled(deliver(message, { ...delivery, signal: stop.signal }));
		await clock.run(100);
		stop.abort();
		expect(await result).toMatchObject({ code: 130429 });
		expect(calls).toHaveLength(1);
	});

	it('does not leave when the run is stopped before', async () => {
		const { delivery, calls } = setUp(accepted);
		const stop = new AbortController();
		stop.abort();
		const result = settled(deliver(message, { ...delivery, signal: stop.signal }));
		expect(await result).toBeInstanceOf(Cancelled);
		expect(calls).toHaveLength(0);
	});
});

describe('an outcome', () => {
	const now = 1_700_000_000_900;
	const status = (message_status: string) => ({ messages: [{ id: 'wamid.1', message_status }] });

	it.each([
		['accepted', 'accepted', ''],
		['something_new', 'accepted', ''],
		['held_for_quality_assessment', 'held', ''],
		['paused', 'failed', '132015'],
	])('for Meta’s %s is %s', (theirs, ours, code) => {
		const outcome = answeredOutcome(message.context, status(theirs), now);
		expect(outcome).toMatchObject({ status: ours, code, timestamp: 1_700_000_000 });
	});

	it('names the person by user ID as soon as Meta tells it', () => {
		const response = { ...accepted, contacts: [{ wa_id: '15550101234', user_id: 'US.5' }] };
		expect(answeredOutcome(message.context, response, now)).toMatchObject({
			contact_key: 'US.5',
			user_id: 'US.5',
			wa_id: '15550101234',
		});
	});

	it('is not known when the answer names no message', () => {
		expect(() => answeredOutcome(message.context, {}, now)).toThrow(NoAnswerError);
	});

	it.each([
		[refusal(131026), 'failed', '131026', 'skipRecipient'],
		[new NoAnswerError('Nobody answered.', true), 'unknown', 'no_answer', 'unknown'],
		[new NoAnswerError('No connection.', false), 'failed', 'no_connection', 'retry'],
		[new Error('Anything'), 'failed', 'input', 'unknown'],
	])('for %p is %s', (error, ours, code, action) => {
		const outcome = faultOutcome(message.context, toFault(error), now);
		expect(outcome).toMatchObject({ status: ours, code, action, key: 'w1/a/b/c' });
		expect(outcome.reason).not.toBe('');
		expect(Object.keys(outcome)).not.toContain('error');
	});
});
