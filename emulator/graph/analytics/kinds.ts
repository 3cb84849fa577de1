import type { World } from '../../world';
import { conversations } from './conversations';
import { addUp, factsOf, isIn } from './facts';
import { pricing } from './pricing';
import { bucketOf, readQuery } from './query';

/** What `product_types` stands for: templates, everything else, and what came in. */
const [TEMPLATE, FREE_FORM, INCOMING] = ['0', '2', '100'];

/** How many messages were sent and delivered, per bucket. */
function analytics(world: World, given: Record<string, unknown>): unknown {
	const query = readQuery(world, given, ['HALF_HOUR', 'DAY', 'MONTH']);
	const { list, granularity } = query;
	const products = list('product_types');
	const wanted = (product: string) =>
		products.length === 0 ? product !== INCOMING : products.includes(product);
	const rows: Array<{ start: number; end: number; sent: number; delivered: number }> = [];
	for (const { isTemplate, sent, delivered } of factsOf(world, query)) {
		if (!wanted(isTemplate ? TEMPLATE : FREE_FORM)) continue;
		if (isIn(query, sent)) rows.push({ ...bucketOf(sent, granularity), sent: 1, delivered: 0 });
		if (isIn(query, delivered))
			rows.push({ ...bucketOf(delivered, granularity), sent: 0, delivered: 1 });
	}
	if (wanted(INCOMING))
		for (const { at } of world.store.received)
			if (isIn(query, at)) rows.push({ ...bucketOf(at, granularity), sent: 1, delivered: 1 });
	if (rows.length === 0) return undefined;
	const all = [...world.store.phoneNumbers.values()].map(({ digits }) => digits);
	return {
		phone_numbers: list('phone_numbers').length > 0 ? list('phone_numbers') : all,
		country_codes: list('country_codes'),
		granularity,
		data_points: addUp(rows, ['sent', 'delivered']),
	};
}

type Kind = (world: World, given: Record<string, unknown>) => unknown;

/** The analytics that are fields of the business account. Without data a field is left out, as at Meta. */
export const KINDS: Record<string, Kind> = {
	analytics,
	conversation_analytics: conversations,
	pricing_analytics: pricing,
	// Nobody can be called here.
	call_analytics: (world, given) => {
		readQuery(world, given, ['HALF_HOUR', 'DAILY', 'MONTHLY']);
		return undefined;
	},
};
