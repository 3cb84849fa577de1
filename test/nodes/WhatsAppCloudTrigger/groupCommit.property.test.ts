import fc from 'fast-check';
import { createGroupCommit, LIMITS } from '../../../nodes/WhatsAppCloudTrigger/groupCommit';
import { fakeClock, fakeReply, settle } from './support/fakes';

/** What can happen around a group, in any order. Numbers pick one of those there are. */
type Step =
	| { do: 'arrive'; ids: number[] }
	| { do: 'succeed'; which: number }
	| { do: 'fail'; which: number }
	| { do: 'leave'; which: number }
	| { do: 'wait'; ms: number };

const which = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({
			do: fc.constant('arrive' as const),
			ids: fc.array(fc.nat(8), { minLength: 1, maxLength: 4 }),
		}),
	},
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('succeed' as const), which }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('fail' as const), which }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), which }) },
	{
		weight: 1,
		arbitrary: fc.record({
			do: fc.constant('wait' as const),
			ms: fc.integer({ min: 100, max: 12_000 }),
		}),
	},
);

async function play(steps: Step[]) {
	const { clock, advance, sleeping } = fakeClock();
	const group = createGroupCommit<number>(clock, { ...LIMITS, itemsPerRun: 4, waitingCalls: 6 });
	const calls: {
		ids: number[];
		http: ReturnType<typeof fakeReply>;
		settled: number;
		left: boolean;
		lead?: number[];
	}[] = [];
	/** Events n8n has run with success. */
	const processed = new Set<number>();

	const running = () => calls.filter(({ lead, http }) => lead && http.status() === undefined);

	async function finish(index: number, status: number) {
		const open = running();
		const call = open[index % open.length];
		if (!call) return;
		if (status === 200) for (const id of call.lead ?? []) processed.add(id);
		call.http.n8n(status);
		await settle();
	}

	for (const one of steps) {
		if (one.do === 'wait') await advance(one.ms);
		else if (one.do === 'succeed') await finish(one.which, 200);
		else if (one.do === 'fail') await finish(one.which, 500);
		else if (one.do === 'leave') {
			const open = calls.filter(({ http, left }) => http.status() === undefined && !left);
			const call = open[one.which % open.length];
			if (call) {
				call.left = true;
				call.http.leave();
			}
			await settle();
		} else {
			const http = fakeReply();
			const call: (typeof calls)[number] = { ids: one.ids, http, settled: 0, left: false };
			calls.push(call);
			const events = one.ids.map((id) => ({ id: `${id}`, item: id }));
			void group.submit(events, http.reply).then((lead) => {
				call.settled++;
				call.lead = lead;
			});
			await settle();
		}
		checkNothingIsLost(calls, processed);
	}
	return { calls, processed, group, finish, running, advance, sleeping };
}

/** Whoever was answered 200 can be sure that all of its events ran with success. */
function checkNothingIsLost(
	calls: { ids: number[]; http: ReturnType<typeof fakeReply> }[],
	processed: Set<number>,
) {
	for (const { ids, http } of calls) {
		if (http.status() === 200) for (const id of ids) expect([...processed]).toContain(id);
	}
}

it('answers every call exactly once and loses no event it confirmed, whatever happens in whatever order', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 60 }), async (steps) => {
			const world = await play(steps);
			// n8n ends what is still running; after that nobody may wait any more.
			while (world.running().length) await world.finish(0, 200);
			await world.advance(LIMITS.patienceMs + LIMITS.goneMs + 1_000);
			while (world.running().length) await world.finish(0, 200);
			await world.advance(LIMITS.patienceMs + LIMITS.goneMs + 1_000);
			for (const { settled, http, left, lead } of world.calls) {
				expect(settled).toBe(1);
				expect(http.answers.length).toBeLessThanOrEqual(1);
				if (lead) expect(http.answers).toEqual([]);
				else if (!left) expect(http.answers).toHaveLength(1);
			}
			checkNothingIsLost(world.calls, world.processed);
			expect(world.group.isIdle()).toBe(true);
			expect(world.sleeping()).toBe(0);
		}),
		{ numRuns: 300 },
	);
}, 240_000);

it('never has two runs at once that carry the same event, while nobody is overdue', async () => {
	const quick = fc.array(
		step.filter((one) => one.do !== 'wait' && one.do !== 'leave'),
		{ maxLength: 60 },
	);
	await fc.assert(
		fc.asyncProperty(quick, async (steps) => {
			const { running } = await play(steps);
			const carried = running().flatMap(({ lead }) => lead ?? []);
			expect(running().length).toBeLessThanOrEqual(1);
			expect(new Set(carried).size).toBe(carried.length);
		}),
		{ numRuns: 200 },
	);
}, 240_000);
