import { z } from 'zod';
import { InputError } from '../input';
import { createFold, merge, type Fold, type NewsState } from './fold';
import { newMessage } from './messageState';
import type { ConsentState, ReceivedState } from './people';

/** Raised when a state gains or loses a field: a part never outlives the run that made it. */
const PART_VERSION = 1;

type Value = string | number;

/** One field of all states. Values that repeat are kept once, with the place of each in `words`. */
const column = z.union([
	z.array(z.union([z.string(), z.number()])),
	z.object({
		words: z.array(z.union([z.string(), z.number()])),
		index: z.array(z.number().int().nonnegative()),
	}),
]);
const packed = z.object({ ids: z.array(z.string()), columns: z.record(column) });
type Packed = z.infer<typeof packed>;

const partSchema = z.object({
	version: z.literal(PART_VERSION),
	byId: packed,
	byKey: packed,
	received: packed,
	consents: packed,
	news: packed,
	lastAt: z.number(),
	lastReceivedAt: z.number(),
});

function packColumn(values: Value[]): Packed['columns'][string] {
	const places = new Map<Value, number>();
	const index = values.map((value) => {
		const known = places.get(value);
		if (known !== undefined) return known;
		places.set(value, places.size);
		return places.size - 1;
	});
	return places.size * 2 <= values.length ? { words: [...places.keys()], index } : values;
}

/** States as columns. A field that no state knows is left out. */
function pack<State extends object>(states: Map<string, State>): Packed {
	const all = [...states.values()] as Array<Record<string, Value>>;
	const columns: Packed['columns'] = {};
	for (const name of Object.keys(all[0] ?? {})) {
		const values = all.map((state) => state[name]);
		if (values.some((value) => value !== '' && value !== 0)) columns[name] = packColumn(values);
	}
	return { ids: [...states.keys()], columns };
}

function unpack<State extends object>(
	{ ids, columns }: Packed,
	states: Map<string, State>,
	empty: () => State,
): void {
	const made = ids.map(empty);
	const fields = Object.keys(empty()) as Array<keyof State & string>;
	for (const name of fields) {
		const values = columns[name];
		if (values === undefined) continue;
		const at = Array.isArray(values)
			? (i: number) => values[i]
			: (i: number) => values.words[values.index[i]];
		for (const [i, state] of made.entries()) state[name] = at(i) as State[typeof name];
	}
	for (const [i, id] of ids.entries()) states.set(id, made[i]);
}

const newReceived = (): ReceivedState => ({
	message_id: '',
	at: 0,
	clicked_at: 0,
	contact_key: '',
	reply_to: '',
	phone_number_id: '',
});
const newConsent = (): ConsentState => ({
	kind: 'opted_out',
	at: 0,
	contact_key: '',
	message_id: '',
	campaign: '',
	phone_number_id: '',
});
const newNews = (): NewsState => ({
	kind: 'account_changed',
	at: 0,
	template: '',
	language: '',
	reason: '',
});

/**
 * All that a fold knows as one compact text (about 0.3 KiB per message), so that a long ledger can be folded piece by
 * piece and the pieces joined later. Only for handing on within one run, not for keeping.
 */
export function toPart({ parts }: Fold): string {
	const { byId, byKey, received, consents, news, lastAt, lastReceivedAt } = parts;
	return JSON.stringify({
		version: PART_VERSION,
		byId: pack(byId),
		byKey: pack(byKey),
		received: pack(received),
		consents: pack(consents),
		news: pack(news),
		lastAt,
		lastReceivedAt,
	} satisfies z.infer<typeof partSchema>);
}

function read(text: string): z.infer<typeof partSchema> {
	const found = partSchema.safeParse(parsed(text));
	if (found.success) return found.data;
	throw new InputError(
		'This item is no condensed part of a ledger, or another version of this package made it. Run the workflow again from its start.',
	);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** Adds a part made by `toPart`: the same as if the fold had seen its rows. Throws InputError for another text. */
export function addPart(fold: Fold, text: string): void {
	const part = read(text);
	const other = createFold();
	unpack(part.byId, other.parts.byId, () => newMessage(''));
	unpack(part.byKey, other.parts.byKey, () => newMessage(''));
	unpack(part.received, other.parts.received, newReceived);
	unpack(part.consents, other.parts.consents, newConsent);
	unpack(part.news, other.parts.news, newNews);
	other.parts.lastAt = part.lastAt;
	other.parts.lastReceivedAt = part.lastReceivedAt;
	merge(fold, other);
}
