import { createGroupCommit, LIMITS } from '../../../nodes/WhatsAppCloudTrigger/groupCommit';
import { fakeClock, fakeReply, settle } from './support/fakes';

/** A group with a clock, and calls one can look at. */
function stage(limits: Partial<typeof LIMITS> = {}) {
	const time = fakeClock();
	const group = createGroupCommit<string>(time.clock, { ...LIMITS, ...limits });
	return {
		...time,
		group,
		/** One call with these event IDs. `lead` is what it was given to run. */
		async call(...ids: string[]) {
			const http = fakeReply();
			const call = { http, lead: undefined as string[] | undefined, isSettled: false };
			const events = ids.map((id) => ({ id, item: id }));
			void group.submit(events, http.reply).then((lead) => {
				Object.assign(call, { lead, isSettled: true });
			});
			await settle();
			return call;
		},
		async end(call: { http: ReturnType<typeof fakeReply> }, status: number) {
			call.http.n8n(status);
			await settle();
		},
	};
}

describe('calls that arrive during a run', () => {
	it('wait, run together, and get the status of their run', async () => {
		const { call, end } = stage();
		const a = await call('a');
		const [b, c, d] = [await call('b'), await call('c1', 'c2'), await call('d')];
		expect(a.lead).toEqual(['a']);
		expect([b, c, d].some(({ isSettled }) => isSettled)).toBe(false);
		await end(a, 200);
		expect(b.lead).toEqual(['b', 'c1', 'c2', 'd']);
		expect([c.isSettled, d.isSettled]).toEqual([false, false]);
		await end(b, 201);
		expect([c.http.answers, d.http.answers]).toEqual([[201], [201]]);
		expect([c.lead, d.lead]).toEqual([undefined, undefined]);
	});

	it('keep their order, across runs too', async () => {
		const { call, end } = stage();
		const a = await call('m1');
		const b = await call('m2');
		await call('m3');
		await end(a, 200);
		const d = await call('m4');
		expect(b.lead).toEqual(['m2', 'm3']);
		await end(b, 200);
		expect(d.lead).toEqual(['m4']);
	});

	it('never fill a run beyond its size, but one big call is not split', async () => {
		const { call, end } = stage({ itemsPerRun: 3 });
		const a = await call('a');
		const b = await call('b1', 'b2');
		const c = await call('c1', 'c2');
		const big = await call('d1', 'd2', 'd3', 'd4');
		await end(a, 200);
		expect(b.lead).toEqual(['b1', 'b2']);
		await end(b, 200);
		expect(c.lead).toEqual(['c1', 'c2']);
		await end(c, 200);
		expect(big.lead).toEqual(['d1', 'd2', 'd3', 'd4']);
	});

	it('get 503 when too many wait, so that Meta sends them again later', async () => {
		const { call, group } = stage({ waitingCalls: 2 });
		await call('a');
		await call('b');
		await call('c');
		const d = await call('d');
		expect(d.http.answers).toEqual([503]);
		expect(group.counts()).toMatchObject({ waiting: 2, unavailable: 1 });
	});

	it('get 503 when too much waits', async () => {
		const { call } = stage({ waitingItems: 3 });
		await call('a');
		await call('b1', 'b2', 'b3');
		expect((await call('c')).http.answers).toEqual([503]);
	});
});

describe('a run that does not succeed', () => {
	it('is repeated call by call, so that an event nobody can process fails alone', async () => {
		const { call, end } = stage();
		const a = await call('a');
		const [b, poison, d] = [await call('b'), await call('poison'), await call('d')];
		await end(a, 200);
		await end(b, 500);
		expect(poison.lead).toEqual(['poison']);
		expect(d.isSettled).toBe(false);
		await end(poison, 500);
		expect(d.lead).toEqual(['d']);
		await end(d, 200);
		expect([b, poison, d].map(({ http }) => http.status())).toEqual([500, 500, 200]);
	});

	it('is repeated before what arrived later, so that order is kept', async () => {
		const { call, end } = stage();
		const a = await call('a');
		const [b, c] = [await call('b'), await call('c')];
		await end(a, 200);
		const later = await call('later');
		await end(b, 500);
		expect(c.lead).toEqual(['c']);
		expect(later.isSettled).toBe(false);
		await end(c, 200);
		expect(later.lead).toEqual(['later']);
	});

	it('keeps its leader out of other groups when Meta sends it again', async () => {
		const { call, end } = stage();
		const poison = await call('poison');
		const b = await call('b');
		await end(poison, 500);
		const [c, again, d] = [await call('c'), await call('poison'), await call('d')];
		await end(b, 200);
		expect(c.lead).toEqual(['c']);
		await end(c, 200);
		expect(again.lead).toEqual(['poison']);
		await end(again, 500);
		expect(d.lead).toEqual(['d']);
	});

	it('lets its leader join groups again once it has succeeded', async () => {
		const { call, end } = stage({ remembered: 1 });
		await end(await call('a'), 500);
		await end(await call('a'), 200);
		await end(await call('b'), 200);
		const c = await call('c');
		const [again, d] = [await call('a'), await call('d')];
		await end(c, 200);
		expect(again.lead).toEqual(['a', 'd']);
		await end(again, 200);
		expect(d.http.answers).toEqual([200]);
	});

	it('is not remembered as done', async () => {
		const { call, end } = stage();
		await end(await call('a'), 500);
		expect((await call('a')).lead).toEqual(['a']);
	});
});

describe('duplicates', () => {
	it('are answered at once when their run succeeded', async () => {
		const { call, end, group } = stage();
		await end(await call('a'), 200);
		const again = await call('a');
		expect(again.http.answers).toEqual([200]);
		expect(group.counts()).toMatchObject({ runs: 1, duplicates: 1 });
	});

	it('join the run of their twin and get its status', async () => {
		const { call, end, group } = stage();
		const a = await call('a', 'b');
		const twin = await call('b', 'a');
		expect(twin.isSettled).toBe(false);
		await end(a, 200);
		expect(twin.http.answers).toEqual([200]);
		expect(group.counts().runs).toBe(1);
	});

	it('of a run that does not succeed run by themselves', async () => {
		const { call, end } = stage();
		const a = await call('a');
		const twin = await call('a');
		await end(a, 500);
		expect(twin.lead).toEqual(['a']);
	});

	it('are left out where they wait side by side', async () => {
		const { call, end } = stage();
		const a = await call('a');
		const [b, c] = [await call('b', 'b'), await call('b', 'c')];
		await end(a, 200);
		expect(b.lead).toEqual(['b', 'c']);
		await end(b, 200);
		expect(c.http.answers).toEqual([200]);
	});

	it('are left out of a call that brings something new', async () => {
		const { call, end } = stage();
		const a = await call('a');
		const mixed = await call('a', 'b');
		await end(a, 200);
		expect(mixed.lead).toEqual(['b']);
	});

	it('are answered without a run when their twin succeeded while they waited', async () => {
		const { call, end, group } = stage();
		const a = await call('a');
		const [b, mixed] = [await call('b'), await call('a', 'b')];
		await end(a, 200);
		await end(b, 200);
		expect(mixed.http.answers).toEqual([200]);
		expect(group.counts().runs).toBe(2);
	});

	it('are forgotten beyond a number, oldest first', async () => {
		const { call, end } = stage({ remembered: 2 });
		for (const id of ['a', 'b', 'c']) await end(await call(id), 200);
		expect((await call('c')).http.answers).toEqual([200]);
		expect((await call('a')).lead).toEqual(['a']);
	});
});

describe('waiting is bounded', () => {
	it('when the leader’s client leaves and n8n still answers', async () => {
		const { call, advance } = stage();
		const a = await call('a');
		const twin = await call('a');
		a.http.leave();
		await advance(3_000);
		expect(twin.isSettled).toBe(false);
		a.http.n8n(200);
		await advance(300);
		expect(twin.http.answers).toEqual([200]);
	});

	it('when the leader’s client leaves and nothing is ever heard of the run', async () => {
		const { call, advance } = stage();
		const a = await call('a');
		const twin = await call('a');
		a.http.leave();
		const next = await call('b');
		await advance(LIMITS.goneMs - 500);
		expect([twin.isSettled, next.isSettled]).toEqual([false, false]);
		await advance(1_000);
		expect(twin.http.answers).toEqual([503]);
		expect(next.lead).toEqual(['b']);
	});

	it('when the leader’s client had left before the run began', async () => {
		const { call, end, advance } = stage();
		const a = await call('a');
		const b = await call('b');
		b.http.leave();
		await end(a, 200);
		expect(b.lead).toEqual(['b']);
		const c = await call('c');
		await advance(LIMITS.goneMs + 500);
		expect(c.lead).toEqual(['c']);
	});

	it('when a run never ends: the next one starts beside it', async () => {
		const { call, advance } = stage();
		await call('a');
		await advance(LIMITS.patienceMs - 1_000);
		const b = await call('b');
		await advance(1_500);
		expect(b.lead).toEqual(['b']);
	});

	it('for every single call', async () => {
		const { call, advance } = stage();
		const a = await call('a');
		const [twin, b] = [await call('a'), await call('b')];
		await advance(LIMITS.patienceMs + 500);
		expect(twin.http.answers).toEqual([503]);
		expect(b.isSettled).toBe(true);
		expect(a.http.answers).toEqual([]);
	});

	it('and a run that succeeds late still counts', async () => {
		const { call, end, advance } = stage();
		const a = await call('a');
		await advance(LIMITS.patienceMs + 500);
		await end(a, 200);
		expect((await call('a')).http.answers).toEqual([200]);
	});

	it('and the clock is left alone when nothing is going on', async () => {
		const { call, end, advance, sleeping, group } = stage();
		await end(await call('a'), 200);
		await advance(1_000);
		expect(group.isIdle()).toBe(true);
		expect(sleeping()).toBe(0);
	});
});

describe('a client that leaves while it waits', () => {
	it('leaves its events to the group, and nobody waits for it', async () => {
		const { call, end } = stage();
		const a = await call('a');
		const [b, c] = [await call('b'), await call('c')];
		b.http.leave();
		await end(a, 200);
		expect(c.lead).toEqual(['b', 'c']);
		expect(b.isSettled).toBe(true);
		expect(b.http.answers).toEqual([]);
		await end(c, 200);
		expect((await call('b')).http.answers).toEqual([200]);
	});
});

describe('unpublishing', () => {
	it('sends away who waits, at once', async () => {
		const { call, group } = stage();
		await call('a');
		const b = await call('b');
		group.release();
		await settle();
		expect(b.http.answers).toEqual([503]);
	});

	it('lets a run end and its followers get its status', async () => {
		const { call, end, group } = stage();
		const a = await call('a');
		const twin = await call('a');
		group.release();
		await end(a, 200);
		expect(twin.http.answers).toEqual([200]);
	});

	it('gives followers 503 within ten seconds when the run does not end', async () => {
		const { call, group, advance } = stage();
		await call('a');
		const twin = await call('a');
		group.release();
		await advance(LIMITS.goneMs + 300);
		expect(twin.http.answers).toEqual([503]);
	});

	it('repeats nothing of a run that fails afterwards, and admits nobody', async () => {
		const { call, end, group } = stage();
		const a = await call('a');
		const twin = await call('a');
		group.release();
		await end(a, 500);
		expect(twin.http.answers).toEqual([503]);
		expect((await call('b')).http.answers).toEqual([503]);
	});
});
