import type { Clock } from '../../core/clock';
import { Recent } from './recent';

/** One thing that happened. Same ID, same event. */
export interface GroupEvent<T> {
	id: string;
	item: T;
}

/** The HTTP response of one call, as the group sees it. */
export interface Reply {
	/** Resolves when the response was sent or its connection is gone, at once when that is already so. Never rejects. */
	closed: () => Promise<void>;
	/** The status once the response was written to its end, whether or not anybody was there to read it. */
	sentStatus: () => number | undefined;
	/** True when nobody waits at the other end any more. */
	isGone: () => boolean;
	answer: (status: number) => void;
}

export interface GroupLimits {
	/** Events of several calls in one run. A single call is never split. */
	itemsPerRun: number;
	waitingCalls: number;
	waitingItems: number;
	/** How long a call waits at most, and how long others wait for a run. */
	patienceMs: number;
	/** How long to look for the outcome of a run whose own caller is gone, and how long calls may wait after unpublishing. */
	goneMs: number;
	/** How often the bounds above are looked at, while anything is going on at all. */
	tickMs: number;
	remembered: number;
}

export const LIMITS: GroupLimits = {
	itemsPerRun: 5_000,
	waitingCalls: 2_000,
	waitingItems: 50_000,
	patienceMs: 15_000,
	goneMs: 10_000,
	tickMs: 200,
	remembered: 50_000,
};

/** Meta sends again what was answered with it. */
const UNAVAILABLE = 503;

const isSuccess = (status: number) => status >= 200 && status < 300;

interface Call<T> {
	events: GroupEvent<T>[];
	reply: Reply;
	arrivedAt: number;
	/** Was in a run that did not succeed: next time it runs by itself. */
	alone: boolean;
	settle: (lead: T[] | undefined) => void;
}

interface Run<T> {
	ids: Set<string>;
	leader: Call<T>;
	followers: Call<T>[];
	startedAt: number;
	/** Since when the leader's caller is gone without our knowing how the run ended. */
	goneAt?: number;
}

export interface GroupCommit<T> {
	/**
	 * Gives the items to run when this call leads a run, or `undefined` when it was answered here. Resolves within the
	 * limits' patience, and never rejects.
	 */
	submit: (events: GroupEvent<T>[], reply: Reply) => Promise<T[] | undefined>;
	/** The trigger is gone: nobody new is admitted, who waits is sent away, runs get `goneMs` to end. */
	release: () => void;
	isIdle: () => boolean;
	/** True for an event whose run has succeeded, as far back as this process remembers. */
	isDone: (id: string) => boolean;
	counts: () => { runs: number; waiting: number; duplicates: number; unavailable: number };
}

/**
 * Calls that arrive while a run is going on wait; then one of them leads the next run with the events of all, and each
 * gets the status that n8n writes on the leader's response. No timer decides the size of a group: the busier it is,
 * the bigger it gets, as databases commit in groups. A group that fails is run again call by call, so that an event
 * nobody can process fails alone. Order of arrival is kept.
 */
export function createGroupCommit<T>(clock: Clock, limits: GroupLimits = LIMITS): GroupCommit<T> {
	const done = new Recent(limits.remembered);
	const suspects = new Recent(limits.remembered);
	let waiting: Call<T>[] = [];
	let waitingItems = 0;
	const runs = new Set<Run<T>>();
	let current: Run<T> | undefined;
	let watching = false;
	let releasedAt: number | undefined;
	let runCount = 0;
	let duplicates = 0;
	let unavailable = 0;

	function finish(call: Call<T>, status: number): void {
		if (status === UNAVAILABLE) unavailable++;
		if (!call.reply.isGone()) call.reply.answer(status);
		call.settle(undefined);
	}

	function shift(): Call<T> | undefined {
		const call = waiting.shift();
		if (call) waitingItems -= call.events.length;
		return call;
	}

	const mustBeAlone = (call: Call<T>) =>
		call.alone || call.events.some((event) => suspects.has(event.id));

	/** The calls of the next run, and their events without twins. */
	function gather(): { calls: Call<T>[]; events: Map<string, T> } {
		const calls: Call<T>[] = [];
		const events = new Map<string, T>();
		for (let call = waiting[0]; call; call = waiting[0]) {
			const fresh = call.events.filter((event) => !done.has(event.id));
			const isFull = events.size + fresh.length > limits.itemsPerRun;
			const stays = isFull || mustBeAlone(call) || (calls[0] && mustBeAlone(calls[0]));
			if (fresh.length && calls.length && stays) break;
			shift();
			if (!fresh.length) {
				finish(call, 200);
				continue;
			}
			call.events = fresh;
			calls.push(call);
			for (const { id, item } of fresh) if (!events.has(id)) events.set(id, item);
		}
		return { calls, events };
	}

	function startNext(): void {
		if (current || releasedAt !== undefined) return;
		const { calls, events } = gather();
		if (!calls.length) return;
		const leader = calls.find((call) => !call.reply.isGone()) ?? calls[0];
		const run: Run<T> = {
			ids: new Set(events.keys()),
			leader,
			followers: calls.filter((call) => call !== leader),
			startedAt: clock.now(),
		};
		current = run;
		runs.add(run);
		runCount++;
		// Where the caller left, the events stay in the run, but nobody has to wait for it.
		run.followers = run.followers.filter((call) => {
			const isGone = call.reply.isGone();
			if (isGone) call.settle(undefined);
			return !isGone;
		});
		leader.settle([...events.values()]);
		void follow(run);
	}

	async function follow(run: Run<T>): Promise<void> {
		await run.leader.reply.closed();
		const status = run.leader.reply.sentStatus();
		if (status === undefined) run.goneAt = clock.now();
		else end(run, status);
	}

	/** `status` is what n8n answered the leader; `undefined` when that cannot be known. */
	function end(run: Run<T>, status: number | undefined): void {
		if (!runs.delete(run)) return;
		if (current === run) current = undefined;
		const { followers } = run;
		if (status !== undefined && isSuccess(status)) {
			for (const id of run.ids) {
				done.add(id);
				suspects.delete(id);
			}
			for (const call of followers) finish(call, status);
		} else if (status === undefined || releasedAt !== undefined) {
			for (const call of followers) finish(call, UNAVAILABLE);
		} else {
			// n8n has already answered the leader. When Meta sends it again, it must not take others down once more.
			for (const event of run.leader.events) suspects.add(event.id);
			for (const call of followers) {
				call.alone = true;
				waitingItems += call.events.length;
			}
			waiting = [...followers, ...waiting];
		}
		startNext();
	}

	/** Sends away those of a list whose time is up; the others stay. */
	function dismiss(calls: Call<T>[], isOver: (call: Call<T>) => boolean): Call<T>[] {
		return calls.filter((call) => {
			if (!isOver(call)) return true;
			finish(call, UNAVAILABLE);
			return false;
		});
	}

	function sweep(): void {
		const now = clock.now();
		const isReleased = releasedAt !== undefined && now - releasedAt >= limits.goneMs;
		const isOver = (call: Call<T>) => isReleased || now - call.arrivedAt >= limits.patienceMs;
		waiting = dismiss(waiting, isOver);
		waitingItems = waiting.reduce((sum, call) => sum + call.events.length, 0);
		for (const run of runs) {
			run.followers = dismiss(run.followers, isOver);
			if (run.goneAt !== undefined) {
				const status = run.leader.reply.sentStatus();
				const isLost = isReleased || now - run.goneAt >= limits.goneMs;
				if (status !== undefined || isLost) end(run, status);
			}
			// Still running, with its caller there: it goes on by itself, and the next run may start beside it.
			if (run === current && now - run.startedAt >= limits.patienceMs) current = undefined;
		}
		startNext();
	}

	async function watch(): Promise<void> {
		if (watching) return;
		watching = true;
		while (runs.size || waiting.length) {
			await clock.sleep(limits.tickMs);
			sweep();
		}
		watching = false;
	}

	const isFull = (size: number) => {
		let following = 0;
		for (const run of runs) following += run.followers.length;
		return (
			waiting.length + following >= limits.waitingCalls ||
			(waiting.length > 0 && waitingItems + size > limits.waitingItems)
		);
	};

	return {
		async submit(events, reply) {
			const fresh = events.filter((event) => !done.has(event.id));
			duplicates += events.length - fresh.length;
			return await new Promise<T[] | undefined>((settle) => {
				const arrivedAt = clock.now();
				const call: Call<T> = { events: fresh, reply, arrivedAt, alone: false, settle };
				if (releasedAt !== undefined || isFull(fresh.length)) return finish(call, UNAVAILABLE);
				if (!fresh.length) return finish(call, 200);
				const twin = [...runs].find((run) => fresh.every((event) => run.ids.has(event.id)));
				if (twin) {
					duplicates += fresh.length;
					twin.followers.push(call);
				} else {
					waiting.push(call);
					waitingItems += fresh.length;
					startNext();
				}
				void watch();
			});
		},
		release() {
			releasedAt = clock.now();
			for (const call of waiting) finish(call, UNAVAILABLE);
			waiting = [];
			waitingItems = 0;
		},
		isDone: (id) => done.has(id),
		isIdle: () => runs.size === 0 && waiting.length === 0,
		counts: () => ({ runs: runCount, waiting: waiting.length, duplicates, unavailable }),
	};
}
