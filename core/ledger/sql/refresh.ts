import { MESSAGE_KINDS } from '../kinds';
import { SLOT } from '../../analytics/cell';
import { CELLS, OTHER_CELLS } from './cells';
import { FOLD, IS_MESSAGE } from './fold';
import { REACTIONS } from './reactions';
import { FACTS } from './tables';

const STATE = [
	...['message_id', 'loose', ...FACTS, 'other_contact_key', 'category'],
	...['pricing_category', 'pricing_type', 'pricing_model', 'error_code', 'error_reason'],
	...['skip_reason', ...MESSAGE_KINDS.map((kind) => `${kind}_at`), 'pricing_at', 'error_at'],
	...['heard_at', 'started_at', 'slot', 'billed_slot', 'replied_after', 'clicked', 'opted_out'],
].join(', ');

const TEMPORARY = [
	...['t_touched', 't_ids', 't_keys', 't_new', 't_old', 't_changed', 't_contacts', 't_replies'],
	...['t_slots', 't_people', 't_maybe', 't_maybe_ids', 't_names', 't_answers', 't_leaving'],
	...['t_reacted', 't_received_old', 't_received_new', 't_letters'],
].join(', ');

/**
 * \`wa_refresh()\` brings messages and cells up to date with all rows that were committed before it began, in one
 * transaction: what it takes from \`wa_touched\` comes back when it fails, and a second one waits for the first. Only
 * messages with new rows are folded again, and only the quarters of an hour they lie in are counted again.
 */
export const REFRESH = `
create or replace function wa_refresh() returns table (messages bigint, slots bigint) language plpgsql as $wa$
begin
	perform pg_advisory_xact_lock(hashtext('wa_refresh'));
	drop table if exists ${TEMPORARY};

	create temp table t_touched on commit drop as
	with taken as (delete from wa_touched returning *) select * from taken;
	update wa_progress set refreshed_at = now(),
		last_at = greatest(last_at, (select max(at) from t_touched)),
		last_received_at = greatest(last_received_at, (select max(received_at) from t_touched));

	-- Whose state may differ: the messages with new rows, and all that share a key with them.
	create temp table t_keys on commit drop as
	select loose from t_touched where ${IS_MESSAGE} and loose <> ''
	union
	select key from wa_messages where key <> '' and message_id in (
		select message_id from t_touched where ${IS_MESSAGE} and message_id <> '');
	analyze t_keys;
	create temp table t_ids on commit drop as
	select message_id from t_touched where ${IS_MESSAGE} and message_id <> ''
	union
	select message_id from wa_messages where message_id <> '' and key <> '' and key in (select loose from t_keys);
	analyze t_ids;
	${FOLD}
	analyze t_new;
	create temp table t_old on commit drop as
	with known as (
		delete from wa_messages where message_id in (select message_id from t_ids) returning *
	), loose as (
		delete from wa_messages where loose <> '' and loose in (select loose from t_keys) returning *
	) select * from known union all select * from loose;
	insert into wa_messages (${STATE}) select ${STATE} from t_new;

	-- What people wrote.
	create temp table t_letters on commit drop as
	select distinct message_id, contact_key from t_touched where kind in ('received', 'clicked');
	create temp table t_received_new on commit drop as
	select coalesce(nullif(message_id, ''), event_id) as id, min(message_id) as message_id, min(at) as at,
		min(at) filter (where kind = 'clicked') as clicked_at,
		coalesce(min(nullif(contact_key, '')), '') as contact_key,
		coalesce(min(nullif(reply_to, '')), '') as reply_to,
		coalesce(min(nullif(phone_number_id, '')), '') as phone_number_id
	from (
		select * from wa_ledger where kind in ('received', 'clicked') and message_id <> ''
			and message_id in (select message_id from t_letters)
		union all
		select * from wa_ledger where kind in ('received', 'clicked') and message_id = ''
			and contact_key in (select contact_key from t_letters where message_id = '')
	) written
	group by 1;
	create temp table t_received_old on commit drop as
	with known as (
		delete from wa_received where id in (select message_id from t_letters where message_id <> '') returning *
	), nameless as (
		delete from wa_received where message_id = '' and contact_key in (select contact_key from t_letters where message_id = '')
		returning *
	) select * from known union all select * from nameless;
	insert into wa_received (id, message_id, at, clicked_at, contact_key, reply_to, phone_number_id)
	select id, message_id, at, clicked_at, contact_key, reply_to, phone_number_id from t_received_new;

	create temp table t_slots (slot bigint primary key) on commit drop;
	insert into t_slots
	select slot from t_old where slot is not null union select billed_slot from t_old where billed_slot is not null
	union select slot from t_new where slot is not null union select billed_slot from t_new where billed_slot is not null
	union select at - at % ${SLOT} from t_received_old union select at - at % ${SLOT} from t_received_new;

	-- Whose reactions may differ.
	create temp table t_changed on commit drop as
	select message_id, contact_key, other_contact_key from t_old
	union select message_id, contact_key, other_contact_key from t_new;
	create temp table t_contacts on commit drop as
	select contact_key from t_touched where not (${IS_MESSAGE})
	union select contact_key from t_received_old union select contact_key from t_received_new
	union select contact_key from wa_ledger where kind = 'opted_out' and message_id <> ''
		and message_id in (select message_id from t_received_new);
	create temp table t_replies on commit drop as
	select reply_to as message_id from t_received_old union select reply_to from t_received_new
	union select message_id from t_touched where kind = 'opted_out'
	union select r.reply_to from wa_received r join t_touched t on t.kind = 'opted_out' and t.message_id = r.message_id;
	${REACTIONS}
	${CELLS}
	if exists (select from t_touched where kind in ('opted_in', 'opted_out', 'template_changed', 'account_changed')) then
		${OTHER_CELLS}
	end if;
	return query select (select count(*) from t_new), (select count(*) from t_slots);
end $wa$;
`;
