import { createRemembered } from '../../../nodes/WhatsAppCloudTrigger/remembered';

function stage() {
	let now = 0;
	let reads = 0;
	const remembered = createRemembered<number>({ now: () => now, sleep: async () => {} }, 5_000);
	return {
		at: (ms: number) => (now = ms),
		ask: async (key = 'c1') => await remembered(key, async () => ++reads),
		fail: async () => await remembered('c1', async () => await Promise.reject(new Error('gone'))),
	};
}

describe('what is remembered for a while', () => {
	it('is read once by calls that come together and within its time', async () => {
		const { at, ask } = stage();
		expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
		at(4_999);
		expect(await ask()).toBe(1);
	});

	it('is read anew when its time is over, so that a changed secret counts soon', async () => {
		const { at, ask } = stage();
		await ask();
		at(5_000);
		expect(await ask()).toBe(2);
	});

	it('is never given out for another credential', async () => {
		const { ask } = stage();
		expect(await ask('c1')).toBe(1);
		expect(await ask('c2')).toBe(2);
		expect(await ask('c1')).toBe(3);
	});

	it('does not remember that reading did not work', async () => {
		const { ask, fail } = stage();
		await expect(fail()).rejects.toThrow('gone');
		expect(await ask()).toBe(1);
	});
});
