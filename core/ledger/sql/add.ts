import { LEDGER_COLUMNS } from '../row';
import { COLUMN_NAMES, RECORD } from './tables';

const read = Object.entries(LEDGER_COLUMNS)
	.map(([name, type]) => {
		if (name === 'at') return `coalesce(nullif(r.at, 0), nullif(r.received_at, 0), 1)::bigint`;
		return type === 'number' ? `coalesce(r."${name}", 0)::bigint` : `coalesce(r."${name}", '')`;
	})
	.join(', ');

/**
 * `wa_add(rows)` stores many rows by one statement, makes the partitions they need, and leaves out what is there
 * already: an event has one ID and one time. Returns how many were new.
 */
export const ADD = `
create or replace function wa_month(moment bigint) returns date language sql immutable as
$wa$ select date_trunc('month', to_timestamp(moment) at time zone 'UTC')::date $wa$;

create or replace function wa_start(month date) returns bigint language sql immutable as
$wa$ select extract(epoch from month::timestamp at time zone 'UTC')::bigint $wa$;

create or replace function wa_partition(month date) returns void language plpgsql as $wa$
declare
	name text := 'wa_ledger_' || to_char(month, 'YYYY_MM');
begin
	if to_regclass(name) is not null then return; end if;
	-- Two writers may meet at the beginning of a month.
	perform pg_advisory_xact_lock(hashtext('wa_partition'));
	if to_regclass(name) is not null then return; end if;
	execute format('create table %I partition of wa_ledger for values from (%s) to (%s)',
		name, wa_start(month), wa_start((month + interval '1 month')::date));
end $wa$;

create or replace function wa_note() returns trigger language plpgsql as $wa$
begin
	insert into wa_touched (message_id, loose, contact_key, kind, at, received_at)
	select message_id,
		case when message_id <> '' or key <> '' then key else 'event ' || event_id end,
		contact_key, kind, max(at), max(received_at)
	from added
	group by 1, 2, 3, 4;
	return null;
end $wa$;
drop trigger if exists wa_note on wa_ledger;
create trigger wa_note after insert on wa_ledger referencing new table as added
	for each statement execute function wa_note();

create or replace function wa_add(rows json) returns bigint language plpgsql as $wa$
declare
	month date;
	stored bigint;
begin
	for month in
		select distinct wa_month(coalesce(nullif(r.at, 0), nullif(r.received_at, 0), 1)::bigint)
		from json_to_recordset(rows) as r(at numeric, received_at numeric)
	loop
		perform wa_partition(month);
	end loop;
	insert into wa_ledger (${COLUMN_NAMES})
	select ${read}
	from json_to_recordset(rows) as r(${RECORD})
	-- What is in the summaries is counted already, so a repeated event of that time is left out.
	where coalesce(nullif(r.at, 0), nullif(r.received_at, 0), 1) >= (select summarised_to from wa_progress)
		or r.kind in ('opted_in', 'opted_out', 'template_changed', 'account_changed')
	on conflict do nothing;
	get diagnostics stored = row_count;
	return stored;
end $wa$;
`;
