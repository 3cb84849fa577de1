import type { Clock } from './clock';

/** Something that happened here, numbered, for tests and people who wait for it. */
export interface JournalEvent {
	seq: number;
	type: 'request' | 'message' | 'status' | 'webhook' | 'handshake' | 'receive';
	/** Milliseconds since 1970. */
	at: number;
	[detail: string]: unknown;
}

export interface NextQuery {
	type?: string;
	/** Only events numbered above this. Left out: the next one that no such call has handed out yet. */
	after?: number;
	timeout_ms?: number;
	/** Every other name must equal the event's own, for example `message_id`. */
	[detail: string]: unknown;
}

export interface Journal {
	push: (type: JournalEvent['type'], detail: Record<string, unknown>) => void;
	/** Resolves with nothing when the time is up. */
	next: (query: NextQuery) => Promise<JournalEvent | undefined>;
	clear: () => void;
	/** Sends everybody who waits home. */
	close: () => void;
}

const KEPT = 50_000;

export function createJournal(clock: Clock): Journal {
	let events: JournalEvent[] = [];
	let waiting: Array<{ tell: (event: JournalEvent) => void; giveUp: () => void }> = [];
	let seq = 0;
	const handedOut = new Map<string, number>();

	return {
		push: (type, detail) => {
			const event: JournalEvent = { seq: ++seq, type, at: clock.now(), ...detail };
			events.push(event);
			if (events.length > 2 * KEPT) events = events.slice(-KEPT);
			for (const { tell } of [...waiting]) tell(event);
		},
		next: async ({ type, after, timeout_ms = 5000, ...detail }) => {
			const cursor = type ?? '';
			const from = after ?? handedOut.get(cursor) ?? 0;
			const fits = (event: JournalEvent) =>
				event.seq > from &&
				(!type || event.type === type) &&
				Object.entries(detail).every(([name, value]) => String(event[name]) === String(value));
			const handOut = (event: JournalEvent) => {
				if (after === undefined) handedOut.set(cursor, event.seq);
				return event;
			};
			const past = events.find(fits);
			if (past) return handOut(past);
			return await new Promise((resolve) => {
				const finish = (event?: JournalEvent) => {
					clearTimeout(timeout);
					waiting = waiting.filter((other) => other !== waiter);
					resolve(event);
				};
				const waiter = {
					tell: (event: JournalEvent) => {
						if (fits(event)) finish(handOut(event));
					},
					giveUp: () => finish(),
				};
				// Waiting for an event is for people and tests, so it is real time whatever the clock says.
				const timeout = setTimeout(waiter.giveUp, timeout_ms);
				waiting.push(waiter);
			});
		},
		clear: () => {
			events = [];
			handedOut.clear();
		},
		close: () => {
			for (const { giveUp } of [...waiting]) giveUp();
		},
	};
}
