import { z } from 'zod';

/** A cell is about a quarter of an hour: every time zone's hours and days are made of whole ones. */
export const SLOT = 900;

export const slotOf = (at: number) => Math.floor(at / SLOT) * SLOT;

/** What a cell counts. */
export const CELL_SUBJECTS = [
	'message',
	'billed',
	'received',
	'opted_out',
	'template_changed',
	'account_changed',
] as const;

const text = z.string().default('');
const count = z.number().int().nonnegative().default(0);
const histogram = z
	.string()
	.regex(/^(\d+:\d+( \d+:\d+)*)?$/)
	.default('');

/** What makes a cell: everything that is equal in all of these is counted in the same cell. */
const shape = {
	of: z
		.enum(CELL_SUBJECTS)
		.describe(
			'What is counted: `message` (ours, by when it was attempted, else planned or skipped), `billed` (ours, by when Meta priced it), `received` (messages people wrote), `opted_out` (people who left), `template_changed` and `account_changed` (Meta’s news)',
		),
	slot: z
		.number()
		.int()
		.nonnegative()
		.describe('Beginning of the quarter of an hour, in Unix seconds: a multiple of 900'),
	status: text.describe(
		'`message`: where it stands (planned, skipped, unknown, refused, accepted, held, sent, delivered, read, failed)',
	),
	campaign: text.describe('`message`, `billed`: name of the campaign'),
	variant: text.describe('`message`, `billed`: which of several versions'),
	template: text.describe('`message`, `billed`, `template_changed`: name of the template'),
	language: text.describe('`message`, `billed`, `template_changed`: language of the template'),
	category: text.describe(
		'`message`, `billed`: category of the template, else the one Meta priced',
	),
	country: text.describe('`message`, `billed`: country of the number, two letters'),
	phone_number_id: text.describe('All but news: the business number'),
	pricing_category: text.describe('`billed`: Meta’s price category'),
	pricing_type: text.describe('`billed`: Meta’s price type'),
	pricing_model: text.describe('`billed`: Meta’s price model'),
	error_code: text.describe('`message` that failed or was refused: Meta’s code of the first error'),
	reason: text.describe('`message` that was skipped: why. News: what changed'),
};

const measures = {
	count: count.describe('How many'),
	first_at: count.describe('The earliest of them, in Unix seconds'),
	last_at: count.describe('The latest of them, in Unix seconds'),
	held: count.describe('Of these, held by Meta for a quality check at first'),
	left: count.describe('Of these, left Meta’s servers (sent, delivered or read)'),
	retries: count.describe('Of these, second and later attempts of a campaign to reach a person'),
	replied: count.describe('Of these, answered'),
	replied_24h: count.describe('Of these, answered within 24 hours'),
	clicked: count.describe('Of these, with a tap on a reply button'),
	opted_out: count.describe('Of these, followed by an opt-out'),
};

const histograms = {
	to_deliver: histogram.describe('Seconds from leaving until arriving'),
	to_read: histogram.describe('Seconds from leaving until opened'),
	to_open: histogram.describe('Seconds from arriving until opened'),
	late: histogram.describe(
		'Seconds between the first final status by Meta’s clock and our learning of one',
	),
};

/**
 * A group of messages that have everything in common that a report asks for: how many there are, and histograms of how
 * long things took. Plain columns of text and whole numbers; it names no person. Two cells of the same group add up
 * (`mergeCells`), so a report may be computed from cells that were made at different times in different places.
 */
export const cellSchema = z.object({ ...shape, ...measures, ...histograms });

export type Cell = z.infer<typeof cellSchema>;

export const CELL_GROUP = Object.keys(shape) as Array<keyof typeof shape>;
export const CELL_MEASURES = Object.keys(measures) as Array<keyof typeof measures>;
export const CELL_HISTOGRAMS = Object.keys(histograms) as Array<keyof typeof histograms>;

/** Column name to Data Table type, in table order. */
export const CELL_COLUMNS = Object.fromEntries(
	Object.keys(cellSchema.shape).map((name) => [
		name,
		name === 'slot' || name in measures ? 'number' : 'string',
	]),
) as Record<keyof Cell, 'string' | 'number'>;
