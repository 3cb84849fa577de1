import type { World } from '../../world';
import { addUp, factsOf, isIn } from './facts';
import { bucketOf, readQuery, requireWords } from './query';

const DIMENSIONS = ['COUNTRY', 'PHONE', 'PRICING_CATEGORY', 'PRICING_TYPE', 'TIER'];
const TYPES = [
	'REGULAR',
	'FREE_CUSTOMER_SERVICE',
	'FREE_ENTRY_POINT',
	'FREE_GROUP_CUSTOMER_SERVICE',
];
const CATEGORIES =
	'AUTHENTICATION AUTHENTICATION_INTERNATIONAL MARKETING MARKETING_LITE MARKETING_LITE_DYNAMIC SERVICE UTILITY GROUP_MARKETING GROUP_MARKETING_LITE GROUP_SERVICE GROUP_UTILITY AI_BOT'.split(
		' ',
	);

interface Point {
	start: number;
	end: number;
	[detail: string]: unknown;
}

/** Delivered messages and what they cost, with the keys of the dimensions that were asked for and no others. */
export function pricing(world: World, given: Record<string, unknown>): unknown {
	const query = readQuery(world, given, ['HALF_HOUR', 'DAILY', 'MONTHLY']);
	const dimensions = requireWords(query, 'dimensions', DIMENSIONS);
	const metrics = requireWords(query, 'metric_types', ['COST', 'VOLUME']);
	const types = requireWords(query, 'pricing_types', TYPES);
	const categories = requireWords(query, 'pricing_categories', CATEGORIES);
	const has = (metric: string) => metrics.length === 0 || metrics.includes(metric);
	const by = (dimension: string) => dimensions.includes(dimension);
	const rows: Point[] = [];
	for (const fact of factsOf(world, query)) {
		const { delivered, phone, country, category, pricing: type, cost } = fact;
		if (!isIn(query, delivered)) continue;
		if (types.length > 0 && !types.includes(type)) continue;
		if (categories.length > 0 && !categories.includes(category)) continue;
		rows.push({
			...bucketOf(delivered, query.granularity),
			...(by('PHONE') && { phone_number: phone }),
			...(by('COUNTRY') && { country }),
			...(by('TIER') && { tier: '0:MAX' }),
			...(by('PRICING_TYPE') && { pricing_type: type }),
			...(by('PRICING_CATEGORY') && { pricing_category: category }),
			...(has('VOLUME') && { volume: 1 }),
			...(has('COST') && { cost }),
		});
	}
	if (rows.length === 0) return undefined;
	const numbers = [...(has('VOLUME') ? ['volume'] : []), ...(has('COST') ? ['cost'] : [])];
	return { data: [{ data_points: addUp(rows, numbers) }] };
}
