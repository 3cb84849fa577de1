/**
 * \`wa_forget(person)\` removes all rows about one person (the contact key: number, user ID, or its code when a privacy
 * key is set) and about every message to or from them, also where Meta calls them by another name. Their messages leave
 * the figures that are still counted from rows; summaries hold no person and stay. The latest opt-out stays, without a
 * message or a number in it, so that nobody writes to them again; pass \`keep_opt_out => false\` to remove it too.
 */
export const FORGET = `
create or replace function wa_forget(person text, keep_opt_out boolean default true) returns bigint language plpgsql as $wa$
declare
	removed bigint := 0;
	gone bigint;
begin
	if coalesce(person, '') = '' then raise exception 'Say whom to forget: the number in digits, or the user ID.'; end if;
	perform wa_refresh();
	perform pg_advisory_xact_lock(hashtext('wa_refresh'));
	drop table if exists t_names_of, t_messages_of, t_keys_of, t_left;
	create temp table t_names_of (name text collate "C" primary key) on commit drop;
	create temp table t_messages_of (id text collate "C" primary key) on commit drop;
	create temp table t_keys_of (key text collate "C" primary key) on commit drop;
	insert into t_names_of values (person);
	loop
		insert into t_messages_of
		select message_id from wa_ledger where message_id <> '' and kind not in ('template_changed', 'account_changed')
			and (contact_key in (select name from t_names_of) or recipient in (select name from t_names_of))
		union
		select message_id from wa_ledger where message_id <> '' and key in (select key from t_keys_of)
		on conflict do nothing;
		insert into t_keys_of
		select key from wa_ledger where key <> '' and (contact_key in (select name from t_names_of) or recipient in (select name from t_names_of))
		union
		select key from wa_ledger where key <> '' and message_id in (select id from t_messages_of)
		on conflict do nothing;
		insert into t_names_of
		select contact_key from wa_ledger where contact_key <> '' and (message_id in (select id from t_messages_of) or (message_id = '' and key in (select key from t_keys_of)))
		union
		select recipient from wa_ledger where recipient <> '' and (message_id in (select id from t_messages_of) or (message_id = '' and key in (select key from t_keys_of)))
		on conflict do nothing;
		get diagnostics gone = row_count;
		exit when gone = 0;
	end loop;

	create temp table t_left on commit drop as
	select * from wa_ledger where kind = 'opted_out' and contact_key in (select name from t_names_of)
	order by at desc limit 1;

	-- What is counted of them is counted again without them.
	insert into wa_touched (message_id, loose, contact_key, kind, at, received_at)
	select distinct message_id, case when message_id <> '' or key <> '' then key else 'event ' || event_id end, contact_key, kind, 0, 0
	from wa_ledger
	where contact_key in (select name from t_names_of) or recipient in (select name from t_names_of)
		or message_id in (select id from t_messages_of) or (message_id = '' and key in (select key from t_keys_of));
	delete from wa_ledger
	where contact_key in (select name from t_names_of) or recipient in (select name from t_names_of)
		or message_id in (select id from t_messages_of) or (message_id = '' and key in (select key from t_keys_of));
	get diagnostics removed = row_count;
	update t_left set message_id = '', key = '', recipient = '', run = '', reply_to = '';
	if keep_opt_out then insert into wa_ledger select * from t_left; end if;
	perform wa_refresh();
	return removed;
end $wa$;
`;
