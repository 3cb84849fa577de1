import type { Clock } from './clock';

interface Entry {
	due: number;
	order: number;
	run: () => void;
}

/**
 * What is going to happen, soonest first: a heap with one timer, so that a hundred thousand planned statuses cost
 * one timer. Runs on a time of its own that passes `speed` times as fast as the clock; changing the speed moves
 * everything that is already planned.
 */
export interface Agenda {
	in: (ms: number, run: () => void) => void;
	size: () => number;
	setSpeed: (speed: number) => void;
	clear: () => void;
}

export function createAgenda(clock: Clock, initialSpeed: number): Agenda {
	const heap: Entry[] = [];
	let speed = initialSpeed;
	let anchor = { real: clock.now(), own: 0 };
	let order = 0;
	let cancel: (() => void) | undefined;

	const now = () => anchor.own + (clock.now() - anchor.real) * speed;

	function arm() {
		cancel?.();
		cancel = undefined;
		if (heap.length > 0) cancel = clock.timer(Math.max(0, (heap[0].due - now()) / speed), tick);
	}

	function tick() {
		cancel = undefined;
		// Half a millisecond of slack: timers may fire a fraction early.
		const limit = now() + 0.5 * speed;
		while (heap.length > 0 && heap[0].due <= limit) pop(heap).run();
		arm();
	}

	return {
		in: (ms, run) => {
			const entry = { due: now() + ms, order: order++, run };
			push(heap, entry);
			if (heap[0] === entry) arm();
		},
		size: () => heap.length,
		setSpeed: (next) => {
			anchor = { real: clock.now(), own: now() };
			speed = next;
			arm();
		},
		clear: () => {
			heap.length = 0;
			cancel?.();
			cancel = undefined;
		},
	};
}

const before = (a: Entry, b: Entry) => a.due < b.due || (a.due === b.due && a.order < b.order);

function push(heap: Entry[], entry: Entry): void {
	heap.push(entry);
	let child = heap.length - 1;
	while (child > 0) {
		const parent = (child - 1) >> 1;
		if (!before(heap[child], heap[parent])) return;
		[heap[child], heap[parent]] = [heap[parent], heap[child]];
		child = parent;
	}
}

function pop(heap: Entry[]): Entry {
	const top = heap[0];
	const last = heap.pop() as Entry;
	if (heap.length === 0) return top;
	heap[0] = last;
	for (let parent = 0; ; ) {
		const left = 2 * parent + 1;
		const smaller = left + 1 < heap.length && before(heap[left + 1], heap[left]) ? left + 1 : left;
		if (smaller >= heap.length || !before(heap[smaller], heap[parent])) return top;
		[heap[parent], heap[smaller]] = [heap[smaller], heap[parent]];
		parent = smaller;
	}
}
