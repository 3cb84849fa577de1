import type { Clock } from '../../../../core/clock';
import type { Reply } from '../../../../nodes/WhatsAppCloudTrigger/groupCommit';

/** Lets everything that is ready happen. */
export async function settle(): Promise<void> {
	for (let i = 0; i < 20; i++) await Promise.resolve();
}

/** Time that moves only when told to. */
export function fakeClock() {
	let now = 0;
	let sleepers: { at: number; wake: () => void }[] = [];
	const clock: Clock = {
		now: () => now,
		sleep: async (ms) => await new Promise((wake) => sleepers.push({ at: now + ms, wake })),
	};
	return {
		clock,
		sleeping: () => sleepers.length,
		/** Moves on in small steps, so that loops that sleep get their turns. */
		async advance(ms: number) {
			const end = now + ms;
			while (now < end) {
				now = Math.min(end, now + 100);
				const due = sleepers.filter(({ at }) => at <= now);
				sleepers = sleepers.filter(({ at }) => at > now);
				for (const { wake } of due) wake();
				await settle();
			}
		},
	};
}

/** A call's response. `n8n` is what n8n does with it, `leave` what the client does. */
export function fakeReply() {
	let status: number | undefined;
	let gone = false;
	let close = () => {};
	const closed = new Promise<void>((resolve) => (close = resolve));
	const answers: number[] = [];
	const reply: Reply = {
		closed: async () => await closed,
		sentStatus: () => status,
		isGone: () => gone,
		answer: (given) => {
			answers.push(given);
			status = given;
			close();
		},
	};
	return {
		reply,
		/** Statuses we answered by ourselves. */
		answers,
		status: () => status,
		/** n8n writes the leader's answer. */
		n8n(given: number) {
			status ??= given;
			close();
		},
		/** The client hangs up. */
		leave() {
			gone = true;
			close();
		},
	};
}
