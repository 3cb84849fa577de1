/** Kinds that move a message along; each has its own time in the message's state. */
export const MESSAGE_KINDS = [
	'planned',
	'skipped',
	'claimed',
	'unknown',
	'refused',
	'accepted',
	'held',
	'sent',
	'delivered',
	'read',
	'played',
	'failed',
	'deleted',
] as const;

/** Kinds about a person, their consent, or the account. */
const OTHER_KINDS = [
	'received',
	'clicked',
	'opted_in',
	'opted_out',
	'template_changed',
	'account_changed',
] as const;

export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What a row may be. `refused` is how the fold names a failure without a message ID; no row says so itself. */
export const LEDGER_KINDS: ReadonlySet<string> = new Set(
	[...MESSAGE_KINDS, ...OTHER_KINDS].filter((kind) => kind !== 'refused'),
);
