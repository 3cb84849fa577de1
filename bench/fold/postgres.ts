import { createFold } from '../../core/ledger/fold';
import { MESSAGE_KINDS } from '../../core/ledger/kinds';
import { LEDGER_COLUMNS, type LedgerRow } from '../../core/ledger/row';
import { type Postgres, startPostgres } from '../support/postgres';
import { say } from '../support/say';

const COLUMNS = Object.entries(LEDGER_COLUMNS).map(([name, type]) => ({
	name,
	quoted: `"${name}"`,
	type: type === 'number' ? 'bigint' : 'text',
}));

const FACTS = [
	...['run', 'recipient', 'contact_key', 'phone_number_id', 'business_account_id', 'campaign'],
	...['variant', 'template', 'language', 'country'],
];

const quote = (name: string) => `"${name}"`;
const priced = `(pricing_type <> '' or pricing_model <> '')`;
const timed = (columns: string[]) =>
	`min(concat_ws('|', lpad(at::text, 12, '0'), ${columns.join(', ')}))`;

/** One line per message, or per key, of the rows that `where` picks. */
const grouped = (by: string, where: string) => `
	select ${by},
		${[...FACTS, ...(by === 'key' ? [] : ['key'])].map((name) => `min(nullif(${quote(name)}, '')) as ${quote(name)}`).join(', ')},
		${MESSAGE_KINDS.map((kind) => `min(at) filter (where kind = '${kind}') as ${kind}_at`).join(', ')},
		min(nullif(category, '')) filter (where not ${priced}) as category,
		${timed(['category', 'pricing_type', 'pricing_model'])} filter (where ${priced}) as price,
		${timed(['error_code', 'reason'])} filter (where kind = 'failed') as error
	from ledger where ${where} group by ${by}`;

const earlier = [
	...MESSAGE_KINDS.map((kind) => `${kind}_at`),
	...FACTS,
	'category',
	'price',
	'error',
];

/** The fold in SQL: group the rows of each message, then join what is known by key only to the message with this key. */
const FOLD = `
	create temp table folded as
	with own as (${grouped('message_id', `message_id <> '' and kind = any($1)`)}),
	loose as (${grouped('key', `message_id = '' and key <> '' and kind = any($1)`)}),
	carried as (select min(message_id) as carrier, key from own where key is not null group by key)
	select coalesce(own.message_id, '') as message_id, coalesce(own.key, loose.key, '') as key,
		${earlier.map((name) => `least(own.${quote(name)}, loose.${quote(name)}) as ${quote(name)}`).join(', ')}
	from own
	left join carried on carried.carrier = own.message_id
	full join loose on loose.key = carried.key`;

const CHUNK = 5000;

async function load({ sql }: Postgres, rows: LedgerRow[]): Promise<void> {
	const table = COLUMNS.map(({ quoted, type }) => `${quoted} ${type} not null`).join(', ');
	await sql.query(`create unlogged table ledger (${table})`);
	const insert = `insert into ledger select * from unnest(${COLUMNS.map(({ type }, i) => `$${i + 1}::${type}[]`).join(', ')})`;
	for (let begin = 0; begin < rows.length; begin += CHUNK) {
		const chunk = rows.slice(begin, begin + CHUNK);
		const values = COLUMNS.map(({ name }) => chunk.map((row) => row[name as keyof LedgerRow]));
		await sql.query(insert, values);
	}
	await sql.query('vacuum analyze ledger');
}

async function query({ sql }: Postgres): Promise<number> {
	await sql.query('drop table if exists folded');
	const text = FOLD.replaceAll('$1', `'{${MESSAGE_KINDS.join(',')}}'`);
	const begin = process.hrtime.bigint();
	await sql.query(text);
	return Number(process.hrtime.bigint() - begin) / 1e9;
}

/** Both folds' states, told in the same words. */
async function countDifferences({ sql }: Postgres, rows: LedgerRow[]): Promise<number> {
	const fold = createFold();
	for (const row of rows) fold.add(row);
	const ours = fold.messages().map((state) => {
		const price = [state.pricing_category, state.pricing_type, state.pricing_model];
		const error = [state.error_code, state.error_reason];
		const at = (time: number, texts: string[]) =>
			time === 0 ? '' : [String(time).padStart(12, '0'), ...texts].join('|');
		const told: Record<string, unknown> = { ...state };
		// What Meta refuses has no ID; SQL keeps it under the same kind.
		told.failed_at = state.failed_at || state.refused_at;
		told.refused_at = 0;
		told.price = at(state.pricing_at, price);
		told.error = at(state.error_at, error);
		return ['message_id', 'key', ...earlier].map((name) => String(told[name] || '')).join('\t');
	});
	const { rows: theirs } = await sql.query('select * from folded');
	const known = new Set(
		theirs.map((row) =>
			['message_id', 'key', ...earlier].map((name) => String(row[name] ?? '')).join('\t'),
		),
	);
	const unmatched = ours.filter((line) => !known.has(line)).length;
	return Math.max(unmatched, Math.abs(known.size - new Set(ours).size));
}

export interface PostgresFold {
	version: string;
	/** Seconds for one fold in SQL, into a temporary table. */
	measure: () => Promise<number>;
	differences: (rows: LedgerRow[]) => Promise<number>;
	stop: () => Promise<void>;
	load_s: number;
}

/** Loads the rows into a Postgres of our own; undefined where none is installed. */
export async function postgresFold(rows: LedgerRow[]): Promise<PostgresFold | undefined> {
	const postgres = await startPostgres({
		shared_buffers: '512MB',
		work_mem: '512MB',
		fsync: 'off',
		max_parallel_workers_per_gather: '2',
	});
	if (!postgres) return undefined;
	say(`loading ${rows.length} rows into Postgres ${postgres.version}`);
	const begin = Date.now();
	await load(postgres, rows);
	return {
		version: postgres.version,
		load_s: (Date.now() - begin) / 1000,
		measure: async () => await query(postgres),
		differences: async (all) => await countDifferences(postgres, all),
		stop: postgres.stop,
	};
}
