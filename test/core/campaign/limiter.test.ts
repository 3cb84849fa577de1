import fc from 'fast-check';

import { Cancelled } from '../../../core/campaign/cancelled';
import { createLimiter } from '../../../core/campaign/limiter';
import { fakeClock, type FakeClock } from './fakeClock';

/** The largest number of releases that any window of 1,000 ms holds, both ends included. */
function fullestSecond(times: number[]): number {
	let fullest = 0;
	let from = 0;
	for (let to = 0; to < times.length; to++) {
		while (times[to] - times[from] > 1000) from++;
		fullest = Math.max(fullest, to - from + 1);
	}
	return fullest;
}

async function release(clock: FakeClock, perSecond: number, count: number): Promise<number[]> {
	const limiter = createLimiter({ perSecond, clock });
	const times: number[] = [];
	for (let i = 0; i < count; i++) void limiter.take().then(() => times.push(clock.now()));
	await clock.run();
	return times;
}

describe('one number', () => {
	it.each([1, 7, 20, 80, 1000])('at %i a second uses 99 %% and never exceeds it', async (limit) => {
		const clock = fakeClock();
		const times = await release(clock, limit, limit * 10);
		expect(times).toHaveLength(limit * 10);
		expect(fullestSecond(times)).toBeLessThanOrEqual(limit);
		const seconds = (times[times.length - 1] - times[0]) / 1000;
		expect((times.length - 1) / (limit * seconds)).toBeGreaterThanOrEqual(0.99);
	});

	it('spreads the turns of a second instead of firing them together', async () => {
		const times = await release(fakeClock(), 80, 240);
		const gaps = times.slice(1).map((time, i) => time - times[i]);
		expect(Math.max(...gaps)).toBeLessThanOrEqual(15);
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10);
	});

	it('makes up for a timer that came late, but saves nothing up while nobody waits', async () => {
		let sleeps = 0;
		const late = fakeClock(() => (++sleeps === 20 ? 200 : 0));
		const times = await release(late, 80, 80);
		expect(times[79] - times[0]).toBeLessThanOrEqual(1000);

		const clock = fakeClock();
		const limiter = createLimiter({ perSecond: 80, clock });
		await limiter.take();
		await clock.run(60_000);
		const released: number[] = [];
		for (let i = 0; i < 80; i++) void limiter.take().then(() => released.push(clock.now()));
		await clock.run(100);
		expect(released.length).toBeLessThan(12);
	});

	it('serves in the order of asking', async () => {
		const clock = fakeClock();
		const limiter = createLimiter({ perSecond: 5, clock });
		const order: number[] = [];
		for (let i = 0; i < 12; i++) void limiter.take().then(() => order.push(i));
		await clock.run();
		expect(order).toEqual([...Array(12).keys()]);
	});

	it('never exceeds the limit with pauses, late timers and any limit', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 120 }),
				fc.array(fc.record({ pause: fc.integer({ min: 0, max: 2500 }), count: fc.nat(90) }), {
					minLength: 1,
					maxLength: 6,
				}),
				fc.array(fc.nat(40), { minLength: 1, maxLength: 7 }),
				async (perSecond, bursts, lateness) => {
					let turn = 0;
					const clock = fakeClock(() => lateness[turn++ % lateness.length]);
					const limiter = createLimiter({ perSecond, clock });
					const times: number[] = [];
					for (const { pause, count } of bursts) {
						for (let i = 0; i < count; i++) {
							void limiter.take().then(() => times.push(clock.now()));
						}
						await clock.run(pause);
					}
					await clock.run();
					expect(times).toHaveLength(bursts.reduce((sum, { count }) => sum + count, 0));
					expect(fullestSecond(times)).toBeLessThanOrEqual(perSecond);
				},
			),
			{ numRuns: 60 },
		);
	});

	it('uses 99 % although every timer is some milliseconds late', async () => {
		let turn = 0;
		const clock = fakeClock(() => [1, 4, 0, 9, 2][turn++ % 5]);
		const times = await release(clock, 80, 1600);
		const seconds = (times[times.length - 1] - times[0]) / 1000;
		expect((times.length - 1) / (80 * seconds)).toBeGreaterThanOrEqual(0.99);
		expect(fullestSecond(times)).toBeLessThanOrEqual(80);
	});

	it('halves its pace once for several signals of one moment, then recovers', async () => {
		const clock = fakeClock();
		const limiter = createLimiter({ perSecond: 80, clock });
		for (let i = 0; i < 8; i++) limiter.slowDown();
		expect(limiter.pace()).toBe(40);
		await clock.run(5000);
		expect(limiter.pace()).toBeCloseTo(60);
		await clock.run(6000);
		expect(limiter.pace()).toBe(80);
	});

	it('really releases more slowly after a signal', async () => {
		const clock = fakeClock();
		const limiter = createLimiter({ perSecond: 80, clock });
		limiter.slowDown();
		let released = 0;
		for (let i = 0; i < 200; i++) void limiter.take().then(() => released++);
		await clock.run(1000);
		expect(released).toBeGreaterThan(35);
		expect(released).toBeLessThan(55);
	});

	it('never slows down to nothing', async () => {
		const clock = fakeClock();
		const limiter = createLimiter({ perSecond: 2, clock });
		for (let i = 0; i < 5; i++) {
			limiter.slowDown();
			await clock.run(1001);
		}
		expect(limiter.pace()).toBeGreaterThanOrEqual(1);
	});

	it('takes a new limit for those who wait', async () => {
		const clock = fakeClock();
		const limiter = createLimiter({ perSecond: 80, clock });
		limiter.setLimit(10);
		const times: number[] = [];
		for (let i = 0; i < 40; i++) void limiter.take().then(() => times.push(clock.now()));
		await clock.run();
		expect(fullestSecond(times)).toBe(10);
	});

	it('lets a cancelled caller go at once and gives the turn to the next', async () => {
		const clock = fakeClock();
		const limiter = createLimiter({ perSecond: 1, clock });
		await limiter.take();
		const stop = new AbortController();
		const cancelled = limiter.take(stop.signal);
		const next = limiter.take();
		stop.abort();
		await expect(cancelled).rejects.toBeInstanceOf(Cancelled);
		await clock.run(1100);
		await expect(Promise.race([next, 'still waiting'])).resolves.toBeUndefined();
		await expect(limiter.take(stop.signal)).rejects.toBeInstanceOf(Cancelled);
	});
});
