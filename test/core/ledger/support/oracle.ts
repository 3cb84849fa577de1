import type { LedgerRow } from '../../../../core/ledger/row';

const KINDS = [
	'planned',
	'skipped',
	'claimed',
	'unknown',
	'accepted',
	'held',
	'sent',
	'delivered',
	'read',
	'played',
	'deleted',
];
const FACTS = [
	'run',
	'recipient',
	'contact_key',
	'phone_number_id',
	'business_account_id',
	'campaign',
	'variant',
	'template',
	'language',
	'country',
] as const;
const OURS = new Set([...KINDS, 'failed']);

const smallestText = (texts: string[]) => [...texts].filter(Boolean).sort()[0] ?? '';
const smallestTime = (times: number[]) => (times.length > 0 ? Math.min(...times) : 0);
const byTuple = (a: Array<string | number>, b: Array<string | number>): number => {
	const at = a.findIndex((value, i) => value !== b[i]);
	return at < 0 ? 0 : a[at] < b[at] ? -1 : 1;
};

/** What is known about one message, from all its rows at once: no state, no order. */
function stateFrom(id: string, key: string, rows: LedgerRow[]): Record<string, unknown> {
	const timesOf = (kind: string) => rows.filter((row) => row.kind === kind).map(({ at }) => at);
	const refusals = rows.filter((row) => row.kind === 'failed' && row.message_id === '');
	const failures = rows.filter((row) => row.kind === 'failed' && row.message_id !== '');
	const priced = rows.filter((row) => row.pricing_type !== '' || row.pricing_model !== '');
	const [price] = priced
		.map((row) => [row.at, row.category, row.pricing_type, row.pricing_model])
		.sort(byTuple);
	const [error] = [...refusals, ...failures]
		.map((row) => [row.at, row.error_code, row.reason])
		.sort(byTuple);
	return {
		message_id: id,
		key,
		...Object.fromEntries(KINDS.map((kind) => [`${kind}_at`, smallestTime(timesOf(kind))])),
		refused_at: smallestTime(refusals.map(({ at }) => at)),
		failed_at: smallestTime(failures.map(({ at }) => at)),
		...Object.fromEntries(FACTS.map((name) => [name, smallestText(rows.map((row) => row[name]))])),
		other_contact_key:
			rows
				.map(({ contact_key }) => contact_key)
				.sort()
				.at(-1) ?? '',
		category: smallestText(rows.filter((row) => !priced.includes(row)).map((row) => row.category)),
		pricing_at: price?.[0] ?? 0,
		pricing_category: price?.[1] ?? '',
		pricing_type: price?.[2] ?? '',
		pricing_model: price?.[3] ?? '',
		error_at: error?.[0] ?? 0,
		error_code: error?.[1] ?? '',
		error_reason: error?.[2] ?? '',
		skip_reason: smallestText(rows.filter(({ kind }) => kind === 'skipped').map((r) => r.reason)),
		heard_at: smallestTime(
			[...rows.filter(({ kind }) => /^(delivered|read|played)$/.test(kind)), ...failures].map(
				({ received_at }) => received_at,
			),
		),
	};
}

/** The messages behind a heap of rows, worked out slowly and all at once. Shares no code with the fold. */
export function oracle(heap: LedgerRow[]): Array<Record<string, unknown>> {
	const ours = heap.filter(({ kind }) => OURS.has(kind));
	const ids = [...new Set(ours.map(({ message_id }) => message_id))].filter(Boolean);
	const keyOf = (id: string) =>
		smallestText(ours.filter((row) => row.message_id === id).map(({ key }) => key));
	const loose = ours.filter(({ message_id }) => message_id === '');
	const carrierOf = (key: string) =>
		smallestText(ids.filter((id) => key !== '' && keyOf(id) === key));
	const messages = ids.map((id) => {
		const own = ours.filter((row) => row.message_id === id);
		return stateFrom(id, keyOf(id), [...own, ...loose.filter(({ key }) => carrierOf(key) === id)]);
	});
	const alone = new Set(
		loose.filter(({ key }) => carrierOf(key) === '').map((row) => row.key || row.event_id),
	);
	return [
		...messages,
		...[...alone].map((name) => {
			const own = loose.filter((row) => (row.key || row.event_id) === name);
			return stateFrom('', own[0].key, own);
		}),
	];
}

/** The latest decision of each person; an opt-out wins a tie. */
export function consentOracle(heap: LedgerRow[]): Record<string, string> {
	const decisions = heap
		.filter(({ kind, contact_key }) => /^opted_/.test(kind) && contact_key !== '')
		.sort((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : 1));
	return Object.fromEntries(decisions.map(({ contact_key, kind }) => [contact_key, kind]));
}
