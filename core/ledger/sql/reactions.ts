/** Seconds, as in core/analytics/reactions.ts. */
const REPLY_WINDOW = 72 * 3600;
const QUOTE_WINDOW = 30 * 86_400;

/** The message a person reacted to: the one quoted, else the last one before. */
const target = (reaction: string, answered: string) => `
	left join lateral (
		select m.message_id, m.loose, m.started_at
		from wa_messages m
		where ${answered} <> '' and m.message_id = ${answered} and ${reaction}.at - m.started_at <= ${QUOTE_WINDOW}
		union all (
			select m.message_id, m.loose, m.started_at
			from wa_messages m
			where ${answered} = '' and ${reaction}.contact_key <> ''
				and (m.contact_key = ${reaction}.contact_key or m.other_contact_key = ${reaction}.contact_key)
				and m.started_at < ${reaction}.at and m.started_at >= ${reaction}.at - ${REPLY_WINDOW}
			order by m.started_at desc, m.message_id || E'\\n' || m.key desc
			limit 1
		)
		limit 1
	) m on true`;

/**
 * Which messages were answered, tapped or followed by an opt-out, again for every message that a new row may have
 * changed: those in \`t_changed\`, those of the same people, and those that \`t_replies\` names. All reactions that may
 * belong to one of these are looked at. Notes in \`t_slots\` which quarters of an hour differ.
 */
export const REACTIONS = `
	create temp table t_people on commit drop as
	select contact_key from t_contacts where contact_key <> ''
	union select contact_key from t_changed where contact_key <> ''
	union select other_contact_key from t_changed where other_contact_key <> '';
	analyze t_people;

	create temp table t_maybe on commit drop as
	select message_id, loose, contact_key, other_contact_key from wa_messages
		where contact_key in (select contact_key from t_people)
	union select message_id, loose, contact_key, other_contact_key from wa_messages
		where other_contact_key <> contact_key and other_contact_key in (select contact_key from t_people)
	union select message_id, loose, contact_key, other_contact_key from wa_messages
		where message_id <> '' and message_id in (select message_id from t_replies union select message_id from t_changed);
	create temp table t_maybe_ids on commit drop as select message_id from t_maybe where message_id <> '';
	create temp table t_names on commit drop as
	select contact_key from t_maybe where contact_key <> '' union select other_contact_key from t_maybe where other_contact_key <> '';
	analyze t_maybe; analyze t_maybe_ids; analyze t_names;

	create temp table t_answers on commit drop as
	select * from wa_received where contact_key in (select contact_key from t_names)
	union select * from wa_received where reply_to <> '' and reply_to in (select message_id from t_maybe_ids);

	create temp table t_leaving on commit drop as
	select c.contact_key, c.at, coalesce(a.reply_to, c.message_id) as answered
	from (
		select contact_key, at, coalesce(min(nullif(message_id, '')), '') as message_id
		from wa_ledger
		where kind = 'opted_out' and contact_key <> '' and (
			contact_key in (select contact_key from t_names)
			or contact_key in (
				select l.contact_key from wa_ledger l
				where l.kind = 'opted_out' and l.message_id <> '' and l.message_id in (
					select message_id from t_maybe_ids union select message_id from t_answers
				)
			)
		)
		group by 1, 2
	) c left join wa_received a on a.message_id = c.message_id and a.message_id <> '';

	create temp table t_reacted on commit drop as
	select m.message_id, m.loose, min(greatest(0, r.at - m.started_at)) as replied_after,
		bool_or(r.clicked_at is not null) as clicked, false as opted_out
	from t_answers r ${target('r', 'r.reply_to')}
	where m.started_at is not null
	group by 1, 2
	union all
	select m.message_id, m.loose, null, false, true
	from t_leaving o ${target('o', 'o.answered')}
	where m.started_at is not null
	group by 1, 2;

	with flags as (
		select p.message_id, p.loose, min(r.replied_after) as replied_after,
			coalesce(bool_or(r.clicked), false) as clicked, coalesce(bool_or(r.opted_out), false) as opted_out
		from t_maybe p left join t_reacted r using (message_id, loose)
		group by 1, 2
	),
	marked as (
		update wa_messages m
		set replied_after = f.replied_after, clicked = f.clicked, opted_out = f.opted_out
		from flags f
		where m.message_id = f.message_id and m.loose = f.loose
			and (m.replied_after is distinct from f.replied_after or m.clicked <> f.clicked or m.opted_out <> f.opted_out)
		returning m.slot
	)
	insert into t_slots select distinct slot from marked where slot is not null on conflict do nothing;
`;
