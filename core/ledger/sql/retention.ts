import { CELL_NAMES, CELLS, billedCells, messageCells, receivedCells } from './cells';
import { IS_MESSAGE } from './fold';

const DAY = 86_400;

/** Consent is proof and news are few: these rows stay, whatever their age. */
const STAYS = `kind in ('opted_in', 'opted_out', 'template_changed', 'account_changed')`;

/**
 * \`wa_retain(days)\` turns whole months that ended at least \`days\` days ago into cells of \`wa_summaries\`, and drops their
 * partitions. Everything happens in one transaction: a crash midway leaves everything as it was, and no message is ever
 * in the summaries and in the ledger at once. A message that is still alive (a row younger than \`days\`) stays with all
 * its rows, and so do the answers to it. No figure changes.
 */
export const RETENTION = `
create or replace function wa_retain(days int default 37) returns table (settled bigint, dropped_rows bigint) language plpgsql as $wa$
declare
	young bigint := extract(epoch from now())::bigint - greatest(days, 37)::bigint * ${DAY};
	border bigint := wa_start(wa_month(young));
	part record;
	stays bigint;
	before bigint;
begin
	perform wa_refresh();
	settled := 0;
	dropped_rows := 0;
	drop table if exists t_settled, t_settled_received, t_slots;

	create temp table t_settled on commit drop as
	select m.* from wa_messages m
	where m.slot < border
		and not exists (select from wa_ledger l where l.at >= young and l.message_id = m.message_id and m.message_id <> '')
		and not exists (select from wa_ledger l where l.at >= young and l.message_id = '' and l.key = m.key and m.key <> '')
		-- Rows that are known by their key only belong to one message of those that share the key.
		and not exists (select from wa_messages o where m.key <> '' and o.key = m.key and (o.message_id, o.loose) <> (m.message_id, m.loose));
	get diagnostics settled = row_count;
	alter table t_settled add primary key (message_id, loose);
	create index on t_settled (key);
	delete from wa_messages m using t_settled s where m.message_id = s.message_id and m.loose = s.loose;

	create temp table t_settled_received on commit drop as
	select r.* from wa_received r
	where r.at < border
		and not exists (select from wa_messages m where r.reply_to <> '' and m.message_id = r.reply_to)
		and not exists (select from wa_messages m where r.contact_key <> '' and m.started_at < r.at
			and (m.contact_key = r.contact_key or m.other_contact_key = r.contact_key));
	delete from wa_received r using t_settled_received s where r.id = s.id;

	insert into wa_summaries (period, ${CELL_NAMES}) select 'before ' || border, c.* from (${messageCells('select * from t_settled')}) c;
	insert into wa_summaries (period, ${CELL_NAMES}) select 'before ' || border, c.* from (${billedCells('select * from t_settled')}) c;
	insert into wa_summaries (period, ${CELL_NAMES}) select 'before ' || border, c.* from (${receivedCells('select * from t_settled_received')}) c;
	create temp table t_slots (slot bigint primary key) on commit drop;
	insert into t_slots
	select slot from t_settled union select billed_slot from t_settled where billed_slot is not null
	union select at - at % 900 from t_settled_received;
	${CELLS}

	-- What these messages left behind in months that stay.
	delete from wa_ledger l using t_settled s
	where l.at >= border and l.at < young and ${IS_MESSAGE} and l.message_id = s.message_id and s.message_id <> '';
	get diagnostics before = row_count;
	dropped_rows := dropped_rows + before;
	delete from wa_ledger l using t_settled s
	where l.at >= border and l.at < young and ${IS_MESSAGE} and l.message_id = '' and l.key <> '' and l.key = s.key;
	get diagnostics before = row_count;
	dropped_rows := dropped_rows + before;

	-- Each old month becomes a table of what stays, often an empty one, which is left out.
	for part in
		select c.relname as name, to_date(right(c.relname, 7), 'YYYY_MM') as month
		from pg_inherits i join pg_class c on c.oid = i.inhrelid
		where i.inhparent = 'wa_ledger'::regclass and wa_start(to_date(right(c.relname, 7), 'YYYY_MM')) < border
	loop
		execute format('select count(*) from %I', part.name) into before;
		drop table if exists t_stays;
		execute format($q$
			create temp table t_stays on commit drop as
			select * from %I p where ${STAYS}
				or (${IS_MESSAGE} and message_id <> '' and message_id in (select message_id from wa_messages))
				or (${IS_MESSAGE} and message_id = '' and key <> '' and key in (select key from wa_messages))
				or (${IS_MESSAGE} and message_id = '' and key = '' and 'event ' || event_id in (select loose from wa_messages))
				or (kind in ('received', 'clicked') and coalesce(nullif(message_id, ''), event_id) in (select id from wa_received))
		$q$, part.name);
		select count(*) into stays from t_stays;
		if stays = before then continue; end if;
		execute format('drop table %I', part.name);
		dropped_rows := dropped_rows + before - stays;
		if stays = 0 then continue; end if;
		perform wa_partition(part.month);
		execute format('insert into %I select * from t_stays', part.name);
	end loop;
	-- From now on a repeated event of that time is known to be counted already.
	update wa_progress set summarised_to = greatest(summarised_to, border);
	return next;
end $wa$;
`;
