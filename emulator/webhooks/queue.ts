import type { World } from '../world';
import { type Change, toBody } from './envelope';
import { sign, toMetaBytes } from './sign';
import { targetOf } from './target';

export interface WebhookCounts {
	/** Webhooks that still have to be delivered, those waiting for a retry included. */
	pending: number;
	delivered: number;
	attempts: number;
	failed_attempts: number;
	/** Given up after `retry.for_ms`. */
	given_up: number;
	/** Events nobody had subscribed to. */
	dropped: number;
}

export interface Queue {
	add: (change: Change) => void;
	counts: () => WebhookCounts;
	reset: () => void;
}

interface Parcel {
	bytes: Buffer;
	field: string;
	phoneNumberId: string;
	/** Real time of the first attempt and the number of attempts so far. */
	waited: number;
	attempts: number;
}

/**
 * Delivers webhooks: at least once, retried with growing pauses until the callback answers 2xx, a limited number at a
 * time. The target is looked up for every attempt, so a receiver that moved still gets what it missed.
 */
export function createQueue(world: Omit<World, 'queue'>): Queue {
	const { config, store, agenda, outlet, journal, settings, clock } = world;
	let changes: Change[] = [];
	let parcels: Parcel[] = [];
	let inFlight = 0;
	let waiting = 0;
	let packing = false;
	/** Raised by reset, so that answers to webhooks from before it are not counted. */
	let era = 0;
	let counts = zero();

	function add(change: Change) {
		if (!targetOf(store, change.field, change.phoneNumberId)) {
			counts.dropped++;
			return;
		}
		changes.push(change);
		const { batch_max, batch_wait_ms } = settings();
		if (batch_max === 1 || changes.length >= batch_max || batch_wait_ms === 0) pack();
		else if (!packing) {
			packing = true;
			agenda.in(batch_wait_ms * settings().speed, pack);
		}
	}

	function pack() {
		packing = false;
		while (changes.length > 0) {
			const { field, phoneNumberId } = changes[0];
			const target = targetOf(store, field, phoneNumberId)?.url;
			let taken = 1;
			while (
				taken < Math.min(changes.length, settings().batch_max) &&
				targetOf(store, changes[taken].field, changes[taken].phoneNumberId)?.url === target
			)
				taken++;
			const body = toBody(
				config.businessAccountId,
				changes.splice(0, taken),
				Math.floor(clock.now() / 1000),
			);
			parcels.push({ bytes: toMetaBytes(body), field, phoneNumberId, waited: 0, attempts: 0 });
		}
		pump();
	}

	function pump() {
		while (inFlight < settings().concurrency && parcels.length > 0) {
			const parcel = parcels.shift() as Parcel;
			inFlight++;
			void attempt(parcel, era).finally(pump);
		}
	}

	async function attempt(parcel: Parcel, startedIn: number) {
		const target = targetOf(store, parcel.field, parcel.phoneNumberId);
		const headers = {
			'content-type': 'application/json',
			'user-agent': 'facebookexternalua',
			'x-hub-signature-256': sign(config.appSecret, parcel.bytes),
		};
		const answer = target
			? await outlet.post(target.url, parcel.bytes, headers, settings().retry.timeout_ms)
			: { status: 0, reason: 'no subscription' };
		if (startedIn !== era) return;
		inFlight--;
		parcel.attempts++;
		counts.attempts++;
		const ok = answer.status >= 200 && answer.status < 300;
		if (ok) counts.delivered++;
		else {
			counts.failed_attempts++;
			retry(parcel);
		}
		journal.push('webhook', {
			url: target?.url ?? '',
			status: answer.status,
			ok,
			attempt: parcel.attempts,
			...(answer.reason && { reason: answer.reason }),
		});
	}

	function retry(parcel: Parcel) {
		const { first_ms, factor, max_ms, for_ms } = settings().retry;
		const pause = Math.min(first_ms * factor ** (parcel.attempts - 1), max_ms);
		parcel.waited += pause;
		if (parcel.waited > for_ms) {
			counts.given_up++;
			return;
		}
		waiting++;
		agenda.in(pause, () => {
			waiting--;
			parcels.push(parcel);
			pump();
		});
	}

	return {
		add,
		counts: () => ({ ...counts, pending: changes.length + parcels.length + inFlight + waiting }),
		reset: () => {
			era++;
			changes = [];
			parcels = [];
			inFlight = 0;
			waiting = 0;
			packing = false;
			counts = zero();
		},
	};
}

const zero = (): WebhookCounts => ({
	pending: 0,
	delivered: 0,
	attempts: 0,
	failed_attempts: 0,
	given_up: 0,
	dropped: 0,
});
