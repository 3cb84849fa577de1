import { toEvents } from '../../core/webhook/events';
import { openWebhook } from '../../core/webhook/open';
import type { Random } from '../support/random';
import { sign } from './sign';

const VALUES: unknown[] = [
	null,
	true,
	0,
	-1,
	1e308,
	'',
	'text',
	'\u0000\ud800',
	[],
	{},
	[[]],
	[null],
	{ id: [] },
	{ __proto__: null, constructor: 1 },
];

/** A copy of JSON in which some values have become something else, are gone, or appear as a list. */
function bend(value: unknown, random: Random): unknown {
	const luck = random.int(40);
	if (luck === 0) return random.pick(VALUES);
	if (luck === 1) return [value];
	if (Array.isArray(value)) return value.map((one) => bend(one, random));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(() => random.int(30) !== 0)
			.map(([key, one]) => [random.int(60) === 0 ? `${key}_new` : key, bend(one, random)]),
	);
}

/** Properly signed webhooks of shapes nobody promised: each must be opened or refused, never throw. */
export function openStrange(secret: string, bodies: Buffer[], count: number, random: Random) {
	const result = { count, opened: 0, refused: 0, threw: 0, events: 0 };
	for (let i = 0; i < count; i++) {
		const bent = bend(JSON.parse(random.pick(bodies).toString()), random);
		const bytes = Buffer.from(JSON.stringify(bent));
		try {
			const opened = openWebhook(secret, bytes, sign(secret, bytes));
			if (opened.ok) {
				result.opened++;
				result.events += toEvents(opened.webhook, 1_760_000_000).length;
			} else result.refused++;
		} catch {
			result.threw++;
		}
	}
	return result;
}
