import { LEDGER_COLUMNS } from '../row';
import { MESSAGE_KINDS } from '../kinds';

const quoted = (name: string) => `"${name}"`;

/** Text compares byte by byte, as the fold does; else "the smaller of two" would depend on the server's language. */
const TEXT = `text collate "C" not null default ''`;

const columns = Object.entries(LEDGER_COLUMNS)
	.map(([name, type]) => `${quoted(name)} ${type === 'number' ? 'bigint not null' : TEXT}`)
	.join(',\n\t');

/** Columns of a row as `json_to_recordset` reads them. */
export const RECORD = Object.entries(LEDGER_COLUMNS)
	.map(([name, type]) => `${quoted(name)} ${type === 'number' ? 'numeric' : 'text'}`)
	.join(', ');

export const COLUMN_NAMES = Object.keys(LEDGER_COLUMNS).map(quoted).join(', ');

/** Times of a message, in the order of the fold. */
export const TIMES = MESSAGE_KINDS.map((kind) => `${kind}_at`);

/** Facts of which the smallest that is known wins. */
export const FACTS = [
	'key',
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

const STATE_TEXTS = [
	...FACTS,
	'other_contact_key',
	'category',
	'pricing_category',
	'pricing_type',
	'pricing_model',
	'error_code',
	'error_reason',
	'skip_reason',
];

/**
 * `wa_ledger` holds the rows, one partition for each month (made by `wa_add`). `wa_touched` notes, in the transaction
 * that adds a row, whom it is about; `wa_refresh` takes the notes and brings `wa_messages` (the fold), `wa_received` and
 * `wa_cells` up to date. All but the ledger, `wa_summaries` and `wa_reports` can be made again from the ledger.
 */
export const TABLES = `
create table if not exists wa_ledger (
	${columns},
	unique (event_id, at)
) partition by range (at);
create index if not exists wa_ledger_message on wa_ledger (message_id) where message_id <> '';
create index if not exists wa_ledger_key on wa_ledger (key) where message_id = '' and key <> '';
create index if not exists wa_ledger_contact on wa_ledger (contact_key);
create index if not exists wa_ledger_consent on wa_ledger (contact_key) where kind in ('opted_in', 'opted_out');

create table if not exists wa_touched (
	message_id ${TEXT},
	loose ${TEXT},
	contact_key ${TEXT},
	kind ${TEXT},
	at bigint not null,
	received_at bigint not null
);

create table if not exists wa_messages (
	message_id ${TEXT},
	loose ${TEXT},
	${STATE_TEXTS.map((name) => `${name} ${TEXT}`).join(',\n\t')},
	${[...TIMES, 'pricing_at', 'error_at', 'heard_at'].map((name) => `${name} bigint`).join(',\n\t')},
	started_at bigint,
	slot bigint,
	billed_slot bigint,
	replied_after bigint,
	clicked boolean not null default false,
	opted_out boolean not null default false,
	primary key (message_id, loose)
);
create index if not exists wa_messages_key on wa_messages (key) where key <> '';
create index if not exists wa_messages_loose on wa_messages (loose) where loose <> '';
create index if not exists wa_messages_contact on wa_messages (contact_key, started_at);
create index if not exists wa_messages_other on wa_messages (other_contact_key, started_at) where other_contact_key <> contact_key;
create index if not exists wa_messages_slot on wa_messages (slot);
create index if not exists wa_messages_billed on wa_messages (billed_slot);

create table if not exists wa_received (
	id ${TEXT} primary key,
	message_id ${TEXT},
	at bigint not null,
	clicked_at bigint,
	contact_key ${TEXT},
	reply_to ${TEXT},
	phone_number_id ${TEXT}
);
create index if not exists wa_received_contact on wa_received (contact_key);
create index if not exists wa_received_reply on wa_received (reply_to) where reply_to <> '';
create index if not exists wa_received_message on wa_received (message_id) where message_id <> '';
create index if not exists wa_received_slot on wa_received ((at - at % 900));

create table if not exists wa_progress (
	one boolean primary key default true check (one),
	last_at bigint not null default 0,
	last_received_at bigint not null default 0,
	refreshed_at timestamptz,
	summarised_to bigint not null default 0
);
insert into wa_progress default values on conflict do nothing;

create table if not exists wa_reports (
	name text primary key,
	html text not null,
	generated_at double precision not null
);
`;
