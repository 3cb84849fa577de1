import { createFold } from '../../../core/ledger/fold';
import { ledgerRowSchema } from '../../../core/ledger/row';
import { toLedgerRows } from '../../../core/ledger/rows';
import { toEvents } from '../../../core/webhook/events';
import { openWebhook } from '../../../core/webhook/open';
import { signatureOf } from '../../../core/webhook/signature';
import { corpus, hasCorpus } from '../../support/corpus';

const SECRET = 'not-a-real-app-secret';
const NOW = 1_790_000_000;

interface Sample {
	label: string;
	body: unknown;
}

function events(body: unknown) {
	const raw = Buffer.from(JSON.stringify(body));
	const opened = openWebhook(SECRET, raw, signatureOf(SECRET, raw));
	return opened.ok ? toEvents(opened.webhook, NOW) : [];
}

/** Words people wrote or were called, wherever Meta puts them. */
function wordsIn(value: unknown, name = ''): string[] {
	if (Array.isArray(value)) return value.flatMap((one) => wordsIn(one, name));
	if (typeof value === 'object' && value !== null) {
		return Object.entries(value).flatMap(([key, inner]) => wordsIn(inner, key));
	}
	const personal =
		/^(body|name|text|caption|title|description|formatted_name|first_name|last_name|username|payload|address|emoji)$/;
	return personal.test(name) && typeof value === 'string' && value.length > 6 ? [value] : [];
}

(hasCorpus ? describe : describe.skip)('the collected webhooks (folder shared/corpus)', () => {
	const samples = hasCorpus ? corpus<Sample>('webhooks') : [];

	it('become rows that fit the table, whatever they hold', () => {
		const rows = samples
			.flatMap(({ body }) => events(body))
			.flatMap(({ item }) => toLedgerRows({ ...item }, { now: NOW }));
		expect(rows.length).toBeGreaterThan(150);
		const fold = createFold();
		for (const row of rows) {
			expect(ledgerRowSchema.strict().parse(row)).toEqual(row);
			fold.add(row);
		}
		expect(fold.messages().length).toBeGreaterThan(10);
	});

	it('leave nothing in the ledger that anybody wrote', () => {
		const leaks = samples.flatMap(({ label, body }) => {
			const rows = events(body).flatMap(({ item }) => toLedgerRows({ ...item }, { now: NOW }));
			// The names of templates and Meta's own event words belong there.
			const text = JSON.stringify(rows, (name, value: unknown) =>
				name === 'reason' || name === 'template' ? undefined : value,
			);
			return wordsIn(body)
				.filter((word) => text.includes(JSON.stringify(word).slice(1, -1)))
				.map((word) => `${label}: ${word}`);
		});
		expect(leaks).toEqual([]);
	});
});
