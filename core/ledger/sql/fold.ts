import { MESSAGE_KINDS } from '../kinds';
import { FACTS } from './tables';

const kinds = MESSAGE_KINDS.map((kind) => `'${kind}'`).join(', ');

/** What a row of ours is about; the rest are people, consent and news. */
export const IS_MESSAGE = `kind in (${kinds})`;

const smallest = (name: string) => `min(nullif(r.${name}, ''))`;

/** The first by time, then by its texts, as one text that sorts that way. */
const first = (...texts: string[]) =>
	`min(lpad(r.at::text, 15, '0') || E'\\n' || ${texts.map((name) => `r.${name}`).join(` || E'\\n' || `)})`;

const priced = `(r.pricing_type <> '' or r.pricing_model <> '')`;

function timeOf(kind: string): string {
	const which = {
		refused: `r.kind = 'failed' and r.message_id = ''`,
		failed: `r.kind = 'failed' and r.message_id <> ''`,
	}[kind];
	return `min(r.at) filter (where ${which ?? `r.kind = '${kind}'`}) as ${kind}_at`;
}

const startedAt =
	'least(claimed_at, unknown_at, refused_at, accepted_at, held_at, sent_at, failed_at, delivered_at, read_at, played_at)';

const slot = (at: string) => `${at} - ${at} % 900`;

/**
 * The fold of \`core/ledger\` in SQL, for the messages and keys in the temporary tables \`t_ids\` and \`t_keys\`, into the
 * temporary table \`t_new\`. Every row gets the message it belongs to first (one that is known by its key only belongs to
 * the smallest message ID that carries this key); then one grouping makes the state.
 */
export const FOLD = `
	create temp table t_new on commit drop as
	with r as (
		select *, case when message_id <> '' or key <> '' then key else 'event ' || event_id end as loose
		from wa_ledger where ${IS_MESSAGE} and message_id <> '' and message_id in (select message_id from t_ids)
		union all
		select *, key as loose
		from wa_ledger where ${IS_MESSAGE} and message_id = '' and key <> '' and key in (select loose from t_keys)
		union all
		select *, 'event ' || event_id as loose
		from wa_ledger where ${IS_MESSAGE} and message_id = '' and key = ''
			and event_id in (select substr(loose, 7) from t_keys where loose like 'event %')
	),
	own as (
		select message_id, min(nullif(key, '')) as key from r where message_id <> '' group by 1
	),
	carrier as (
		select key, min(message_id) as message_id from own where key is not null group by 1
	),
	grouped as (
		select
			coalesce(nullif(r.message_id, ''), c.message_id, '') as message_id,
			case when r.message_id = '' and c.message_id is null then r.loose else '' end as loose,
			${FACTS.map((name) => `${smallest(name)} as ${name}`).join(',\n\t\t\t')},
			max(r.contact_key) as other_contact_key,
			min(nullif(r.category, '')) filter (where not ${priced}) as category,
			${first('category', 'pricing_type', 'pricing_model')} filter (where ${priced}) as price,
			${first('error_code', 'reason')} filter (where r.kind = 'failed') as error,
			min(nullif(r.reason, '')) filter (where r.kind = 'skipped') as skip_reason,
			min(nullif(r.received_at, 0)) filter (where r.kind in ('delivered', 'read', 'played') or (r.kind = 'failed' and r.message_id <> '')) as heard_at,
			${MESSAGE_KINDS.map(timeOf).join(',\n\t\t\t')}
		from r left join carrier c on r.message_id = '' and r.key <> '' and c.key = r.key
		group by 1, 2
	),
	timed as (
		select *, ${startedAt} as started_at,
			coalesce(${startedAt}, least(planned_at, skipped_at)) as counts_at,
			substr(price, 1, 15)::bigint as pricing_at
		from grouped
	)
	select
		message_id, loose,
		${FACTS.map((name) => `coalesce(${name}, '') as ${name}`).join(', ')},
		other_contact_key,
		coalesce(category, '') as category,
		coalesce(split_part(price, E'\\n', 2), '') as pricing_category,
		coalesce(split_part(price, E'\\n', 3), '') as pricing_type,
		coalesce(split_part(price, E'\\n', 4), '') as pricing_model,
		coalesce(split_part(error, E'\\n', 2), '') as error_code,
		coalesce(substr(error, 18 + length(split_part(error, E'\\n', 2))), '') as error_reason,
		coalesce(skip_reason, '') as skip_reason,
		${MESSAGE_KINDS.map((kind) => `${kind}_at`).join(', ')},
		pricing_at, substr(error, 1, 15)::bigint as error_at, heard_at, started_at,
		${slot('counts_at')} as slot, ${slot('pricing_at')} as billed_slot,
		null::bigint as replied_after, false as clicked, false as opted_out
	from timed;
	alter table t_new add primary key (message_id, loose);
`;
