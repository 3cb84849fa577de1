import { Cancelled } from '../../../core/campaign/cancelled';
import { createPairPacer } from '../../../core/campaign/pairPacer';
import { fakeClock } from './fakeClock';

describe('messages to one person', () => {
	it('go out every six seconds', async () => {
		const clock = fakeClock();
		const pacer = createPairPacer({ clock });
		const start = clock.now();
		const times: number[] = [];
		for (let i = 0; i < 4; i++) void pacer.take('1555').then(() => times.push(clock.now() - start));
		await clock.run();
		expect(times).toEqual([0, 6000, 12_000, 18_000]);
	});

	it('do not hold up another person', async () => {
		const clock = fakeClock();
		const pacer = createPairPacer({ clock });
		await Promise.all(Array.from({ length: 100 }, async (_, i) => await pacer.take(`1555${i}`)));
		expect.assertions(0);
	});

	it('may borrow a burst that is paid back by waiting', async () => {
		const clock = fakeClock();
		const pacer = createPairPacer({ clock, burst: 3 });
		const start = clock.now();
		const times: number[] = [];
		for (let i = 0; i < 5; i++) void pacer.take('1555').then(() => times.push(clock.now() - start));
		await clock.run();
		expect(times).toEqual([0, 0, 0, 6000, 12_000]);
	});

	it('stop waiting when the run is stopped', async () => {
		const clock = fakeClock();
		const pacer = createPairPacer({ clock });
		await pacer.take('1555');
		const stop = new AbortController();
		const waiting = pacer.take('1555', stop.signal);
		stop.abort();
		await expect(waiting).rejects.toBeInstanceOf(Cancelled);
	});

	it('are remembered no longer than needed, however many people there are', async () => {
		const clock = fakeClock();
		const pacer = createPairPacer({ clock });
		for (let i = 0; i < 10_001; i++) await pacer.take(String(i));
		await clock.run(6000);
		await pacer.take('0');
		await expect(pacer.take('1')).resolves.toBeUndefined();
	});
});
