import type { World } from '../../world';
import { addUp, type Fact, factsOf, isIn } from './facts';
import { bucketOf, readQuery, requireWords } from './query';

const DAY = 86_400;
const DIMENSIONS = [
	'CONVERSATION_CATEGORY',
	'CONVERSATION_DIRECTION',
	'CONVERSATION_TYPE',
	'COUNTRY',
	'PHONE',
];

interface Point {
	start: number;
	end: number;
	[detail: string]: unknown;
}

/** Conversations as they were billed before July 2025: 24 hours with one person in one category. */
export function conversations(world: World, given: Record<string, unknown>): unknown {
	const query = readQuery(world, given, ['HALF_HOUR', 'DAILY', 'MONTHLY']);
	const dimensions = requireWords(query, 'dimensions', DIMENSIONS);
	const metrics = requireWords(query, 'metric_types', ['COST', 'CONVERSATION']);
	const directions = requireWords(query, 'conversation_directions', [
		'BUSINESS_INITIATED',
		'USER_INITIATED',
	]);
	const types = requireWords(query, 'conversation_types', [
		'FREE_ENTRY_POINT',
		'FREE_TIER',
		'REGULAR',
	]);
	const categories = query.list('conversation_categories');
	const by = (dimension: string) => dimensions.includes(dimension);
	const has = (metric: string) => metrics.length === 0 || metrics.includes(metric);
	const fits = (wanted: string[], word: string) => wanted.length === 0 || wanted.includes(word);
	const rows: Point[] = [];
	for (const { at, fact } of opened(factsOf(world, query))) {
		const direction = fact.isTemplate ? 'BUSINESS_INITIATED' : 'USER_INITIATED';
		const type = fact.pricing === 'REGULAR' ? 'REGULAR' : 'FREE_TIER';
		if (!isIn(query, at) || !fits(categories, fact.category)) continue;
		if (!fits(directions, direction) || !fits(types, type)) continue;
		rows.push({
			...bucketOf(at, query.granularity),
			...(by('PHONE') && { phone_number: fact.phone }),
			...(by('COUNTRY') && { country: fact.country }),
			...(by('CONVERSATION_TYPE') && { conversation_type: type }),
			...(by('CONVERSATION_DIRECTION') && { conversation_direction: direction }),
			...(by('CONVERSATION_CATEGORY') && { conversation_category: fact.category }),
			...(has('CONVERSATION') && { conversation: 1 }),
			...(has('COST') && { cost: fact.cost }),
		});
	}
	if (rows.length === 0) return undefined;
	const numbers = [
		...(has('CONVERSATION') ? ['conversation'] : []),
		...(has('COST') ? ['cost'] : []),
	];
	return { data: [{ data_points: addUp(rows, numbers) }] };
}

/** The delivered messages that opened a conversation: the first of 24 hours. */
function opened(facts: Fact[]): Array<{ at: number; fact: Fact }> {
	const last = new Map<string, number>();
	return facts
		.filter(({ delivered }) => delivered !== undefined)
		.map((fact) => ({ at: Number(fact.delivered), fact }))
		.sort((a, b) => a.at - b.at)
		.filter(({ at, fact }) => {
			const key = `${fact.phone} ${fact.message.person.user_id} ${fact.category}`;
			const before = last.get(key);
			if (before !== undefined && at - before < DAY) return false;
			last.set(key, at);
			return true;
		});
}
