import {
	CELL_COLUMNS,
	CELL_GROUP,
	CELL_HISTOGRAMS,
	CELL_MEASURES,
	SLOT,
} from '../../analytics/cell';
import { BUCKETS } from '../../analytics/histogram';

const DAY = 86_400;
const TEXT = `text collate "C" not null default ''`;

const columns = Object.entries(CELL_COLUMNS)
	.map(([name, type]) => `"${name}" ${type === 'number' ? 'bigint not null default 0' : TEXT}`)
	.join(',\n\t');

const names = Object.keys(CELL_COLUMNS)
	.map((name) => `"${name}"`)
	.join(', ');

/** What cells of messages and of billed messages have in common. */
const group = `campaign, variant, template, language, coalesce(nullif(category, ''), pricing_category) as category, country, phone_number_id`;

const reached = 'least(delivered_at, read_at, played_at)';
const read = 'least(read_at, played_at)';
const left = 'coalesce(sent_at, accepted_at)';
const accepted = `(accepted_at is not null or held_at is not null or sent_at is not null or failed_at is not null or ${reached} is not null)`;
const failed = `(failed_at is not null and ${reached} is null)`;
const refused = `(refused_at is not null and not ${accepted})`;

/** One word for where a message stands, as core/ledger/progress.ts tells it. */
const STATUS = `case
	when ${read} is not null then 'read'
	when ${reached} is not null then 'delivered'
	when failed_at is not null then 'failed'
	when sent_at is not null then 'sent'
	when held_at is not null then 'held'
	when accepted_at is not null then 'accepted'
	when refused_at is not null then 'refused'
	when unknown_at is not null or claimed_at is not null then 'unknown'
	when skipped_at is not null then 'skipped'
	else 'planned' end`;

/** Third part of our own key above 1. A number that is none is no retry. */
const isRetry = `(started_at is not null and key ~ '^w1/[^/]*/[^/]*/[0-9]+$' and (split_part(key, '/', 4))::numeric > 1)`;

const groupNames = CELL_GROUP.map((name) => `"${name}"`).join(', ');

export const CELL_TABLES = `
create table if not exists wa_cells (
	${columns}
);
create index if not exists wa_cells_slot on wa_cells (slot);

create table if not exists wa_summaries (
	period ${TEXT},
	${columns}
);
create index if not exists wa_summaries_slot on wa_summaries (slot);

create or replace function wa_bucket(seconds bigint) returns bigint language sql immutable strict as $wa$
	select (array[${BUCKETS.join(',')}]::bigint[])[width_bucket(greatest(seconds, 0), array[${BUCKETS.join(',')}]::bigint[])]
$wa$;
`;

/** Cells of the messages that \`messages\` (a query) gives. Grouping only: every figure is worked out from cells in core. */
export const messageCells = (messages: string) => `
	with one as (
		select 'message' as "of", slot, ${STATUS} as status, ${group},
			'' as pricing_category, '' as pricing_type, '' as pricing_model,
			case when ${failed} or ${refused} then error_code else '' end as error_code,
			case when ${STATUS} = 'skipped' then skip_reason else '' end as reason,
			coalesce(started_at, least(planned_at, skipped_at)) as at,
			held_at, ${isRetry} as is_retry, replied_after, clicked, opted_out,
			(sent_at is not null or ${reached} is not null) as has_left,
			wa_bucket(${reached} - ${left}) as to_deliver,
			wa_bucket(${read} - ${left}) as to_read,
			wa_bucket(${read} - ${reached}) as to_open,
			wa_bucket(heard_at - least(${reached}, failed_at)) as late
		from (${messages}) m where slot is not null
	),
	summed as (
		select ${groupNames}, count(*) as count, min(at) as first_at, max(at) as last_at,
			count(held_at) as held,
			count(*) filter (where has_left) as "left",
			count(*) filter (where is_retry) as retries,
			count(replied_after) as replied,
			count(*) filter (where replied_after <= ${DAY}) as replied_24h,
			count(*) filter (where clicked) as clicked,
			count(*) filter (where opted_out) as opted_out
		from one group by ${groupNames}
	),
	counted as (
		select ${groupNames}, h.name, h.bucket, count(*) as times
		from one cross join lateral (values ${CELL_HISTOGRAMS.map((name) => `('${name}', ${name})`).join(', ')}) h(name, bucket)
		where h.bucket is not null
		group by ${groupNames}, h.name, h.bucket
	),
	told as (
		select ${groupNames}, ${CELL_HISTOGRAMS.map(
			(name) =>
				`string_agg(bucket || ':' || times, ' ' order by bucket) filter (where name = '${name}') as ${name}`,
		).join(', ')}
		from counted group by ${groupNames}
	)
	select ${groupNames}, ${CELL_MEASURES.map((name) => `"${name}"`).join(', ')},
		${CELL_HISTOGRAMS.map((name) => `coalesce(${name}, '') as ${name}`).join(', ')}
	from summed left join told using (${groupNames})`;

/** Cells of what was billed: by when Meta priced it. */
export const billedCells = (messages: string) => `
	select 'billed' as "of", billed_slot as slot, '' as status, ${group}, pricing_category, pricing_type, pricing_model,
		'' as error_code, '' as reason, count(*), min(pricing_at), max(pricing_at), 0, 0, 0, 0, 0, 0, 0, '', '', '', ''
	from (${messages}) m where billed_slot is not null
	group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15`;

const plain = (
	of: string,
	columns: { phone?: string; template?: string; language?: string; reason?: string },
) =>
	`'${of}' as "of", at - at % ${SLOT} as slot, '' as status, '' as campaign, '' as variant, ${columns.template ?? `''`} as template, ${columns.language ?? `''`} as language, '' as category, '' as country, ${columns.phone ?? `''`} as phone_number_id, '' as pricing_category, '' as pricing_type, '' as pricing_model, '' as error_code, ${columns.reason ?? `''`} as reason, count(*), min(at), max(at), 0, 0, 0, 0, 0, 0, 0, '', '', '', ''`;

export const receivedCells = (received: string) => `
	select ${plain('received', { phone: 'phone_number_id' })}
	from (${received}) r group by at - at % ${SLOT}, phone_number_id`;

/** The first opt-out after somebody had agreed, or ever; and what happened to the account. All of them: there are few. */
export const OTHER_CELLS = `
	delete from wa_cells where "of" in ('opted_out', 'template_changed', 'account_changed');
	insert into wa_cells (${names})
	select ${plain('opted_out', { phone: 'phone_number_id' })}
	from (
		select at, kind, phone_number_id,
			lag(kind, 1, '') over (partition by contact_key order by at, kind) as before
		from (
			select contact_key, kind, at, coalesce(min(nullif(phone_number_id, '')), '') as phone_number_id
			from wa_ledger where kind in ('opted_in', 'opted_out') and contact_key <> '' group by 1, 2, 3
		) decisions
	) d
	where kind = 'opted_out' and before <> 'opted_out'
	group by at - at % ${SLOT}, phone_number_id;
	insert into wa_cells (${names})
	select ${plain('template_changed', { template: 'template', language: 'language', reason: 'reason' })}
	from (select distinct at, template, language, reason from wa_ledger where kind = 'template_changed') n
	group by at - at % ${SLOT}, template, language, reason;
	insert into wa_cells (${names})
	select ${plain('account_changed', { template: 'template', language: 'language', reason: 'reason' })}
	from (select distinct at, template, language, reason from wa_ledger where kind = 'account_changed') n
	group by at - at % ${SLOT}, template, language, reason;
`;

/** Makes the cells of the quarters of an hour in \`t_slots\` again, from all their messages: nothing is added up. */
export const CELLS = `
	delete from wa_cells where "of" in ('message', 'billed', 'received') and slot in (select slot from t_slots);
	insert into wa_cells (${names}) ${messageCells('select * from wa_messages where slot in (select slot from t_slots)')};
	insert into wa_cells (${names}) ${billedCells('select * from wa_messages where billed_slot in (select slot from t_slots)')};
	insert into wa_cells (${names}) ${receivedCells(`select * from wa_received where at - at % ${SLOT} in (select slot from t_slots)`)};
`;

export const CELL_NAMES = names;

/** All cells, as nodes want them: numbers that n8n shows as numbers. */
export const ALL_CELLS = `
create or replace view wa_all_cells as
${['wa_cells', 'wa_summaries']
	.map(
		(table) =>
			`select ${Object.entries(CELL_COLUMNS)
				.map(([name, type]) => (type === 'number' ? `"${name}"::float8 as "${name}"` : `"${name}"`))
				.join(', ')} from ${table}`,
	)
	.join('\nunion all\n')};
`;
