import { campaignOf } from '../campaign';
import type { Message } from '../store';
import type { WebhookCounts } from '../webhooks/queue';
import type { World } from '../world';

export interface Counts {
	/** Every message Graph took, the held ones included. */
	accepted: number;
	/** Of those, answered with held_for_quality_assessment. */
	held: number;
	sent: number;
	/** Reached the phone. */
	delivered: number;
	read: number;
	failed: number;
	/** Sends Graph refused; there is no message behind these. */
	rejected: number;
}

export interface RecordedMessage {
	message_id: string;
	to: string;
	key: string;
	template: string;
	accepted_at: number;
	states: Message['states'];
}

export interface EmulatorRecord {
	counts: Counts;
	by_campaign: Record<string, Counts>;
	webhooks: WebhookCounts;
	messages?: RecordedMessage[];
}

/** What really happened, to compare a dashboard with. Times are Unix seconds. */
export function record(
	{ store, queue }: World,
	{ summary = false }: { summary?: boolean } = {},
): EmulatorRecord {
	const counts = zero();
	const byCampaign = new Map<string, Counts>();
	const of = (campaign: string) => {
		const known = byCampaign.get(campaign) ?? zero();
		byCampaign.set(campaign, known);
		return known;
	};
	for (const message of store.messages.values())
		for (const total of [counts, of(campaignOf(message.key))]) add(total, message);
	for (const campaign of store.rejected) {
		counts.rejected++;
		of(campaign).rejected++;
	}
	return {
		counts,
		by_campaign: Object.fromEntries(byCampaign),
		webhooks: queue.counts(),
		...(!summary && { messages: [...store.messages.values()].map(show) }),
	};
}

function add(counts: Counts, { held, states }: Message): void {
	counts.accepted++;
	if (held) counts.held++;
	if (states.sent !== undefined) counts.sent++;
	if (states.delivered !== undefined) counts.delivered++;
	if (states.read !== undefined) counts.read++;
	if (states.failed !== undefined) counts.failed++;
}

const show = ({
	message_id,
	to,
	key,
	template,
	accepted_at,
	states,
}: Message): RecordedMessage => ({
	message_id,
	to,
	key,
	template,
	accepted_at,
	states: { ...states },
});

const zero = (): Counts => ({
	accepted: 0,
	held: 0,
	sent: 0,
	delivered: 0,
	read: 0,
	failed: 0,
	rejected: 0,
});
