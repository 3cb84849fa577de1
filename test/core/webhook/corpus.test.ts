import { createHash } from 'node:crypto';
import { toEvents } from '../../../core/webhook/events';
import { openWebhook } from '../../../core/webhook/open';
import { signatureOf } from '../../../core/webhook/signature';
import { corpus, hasCorpus } from '../../support/corpus';

interface Body {
	entry?: { changes?: { field?: string; value?: Record<string, unknown> }[] }[];
}

interface Sample {
	source: string;
	label: string;
	body: Body;
}

const SECRET = 'not-a-real-app-secret';

function open(body: unknown) {
	const raw = Buffer.from(JSON.stringify(body));
	const opened = openWebhook(SECRET, raw, signatureOf(SECRET, raw));
	if (!opened.ok) throw new Error(opened.reason);
	return toEvents(opened.webhook, 1_790_000_000, { raw: true });
}

/** Counts events by reading the JSON alone, knowing nothing of our code. */
function walk(body: Body) {
	const count = { message: 0, status: 0, account: 0 };
	for (const entry of body.entry ?? []) {
		for (const { value } of entry.changes ?? []) {
			const messages = value?.messages;
			const statuses = value?.statuses;
			if (Array.isArray(messages)) count.message += messages.length;
			if (Array.isArray(statuses)) count.status += statuses.length;
			if (Array.isArray(messages) || Array.isArray(statuses)) continue;
			const lists = Object.entries(value ?? {}).filter(
				([name, list]) => ['groups', 'user_id_update'].includes(name) && Array.isArray(list),
			);
			const size = lists.reduce((sum, [, list]) => sum + (list as unknown[]).length, 0);
			count.account += size || 1;
		}
	}
	return count;
}

const describeCorpus = hasCorpus ? describe : describe.skip;

describeCorpus('webhooks of other projects (skipped where the collection is not there)', () => {
	const samples = hasCorpus ? corpus<Sample>('webhooks') : [];

	it('opens all 170', () => {
		expect(samples).toHaveLength(170);
		for (const { body } of samples) expect(() => open(body)).not.toThrow();
	});

	it('gives exactly one item per event and drops nothing', () => {
		for (const { source, label, body } of samples) {
			const events = open(body);
			const found = { message: 0, status: 0, account: 0 };
			for (const { output, item } of events) {
				expect(item.kind).toBe(output);
				found[output]++;
			}
			expect({ source, label, ...found }).toEqual({ source, label, ...walk(body) });
		}
	});

	it('keeps the words people wrote and the IDs to answer to', () => {
		for (const { body } of samples) {
			for (const { item } of open(body)) {
				const raw = item.raw as Record<string, unknown>;
				if (item.kind === 'account') continue;
				expect(item.message_id).toBe(raw.id ?? '');
				expect(item.timestamp).toBe(Number(raw.timestamp) || item.received_at);
				const text = raw.text as { body: string } | undefined;
				if (item.kind === 'message' && text) expect(item.text).toBe(text.body);
			}
		}
	});

	it('names the person whenever Meta does', () => {
		for (const { body } of samples) {
			for (const { item } of open(body)) {
				const raw = item.raw as Record<string, unknown>;
				const named = raw.from_user_id ?? raw.from ?? raw.recipient_user_id ?? raw.recipient_id;
				if (item.kind !== 'account' && named) expect(item.contact_key).not.toBe('');
			}
		}
	});

	it('has one ID per event, the same when Meta sends it again later', () => {
		for (const { body } of samples) {
			const ids = open(body).map(({ item }) => item.event_id);
			expect(ids).toEqual(open(body).map(({ item }) => item.event_id));
			for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
		}
	});

	it('hides nothing in the items that would make n8n run a node again', () => {
		for (const { body } of samples) {
			for (const { item } of open(body)) expect(item).not.toHaveProperty('error');
		}
	});

	it('changes nothing in what it reads', () => {
		for (const { body } of samples) {
			const before = createHash('sha1').update(JSON.stringify(body)).digest('hex');
			open(body);
			expect(createHash('sha1').update(JSON.stringify(body)).digest('hex')).toBe(before);
		}
	});
});
