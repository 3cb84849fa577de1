import type { World } from '../../world';
import { GraphFailure } from '../error';
import { invalid } from '../number/own';
import { type Fact, factsOf, isIn, money } from './facts';
import { bucketOf, type Query, readQuery, readWords, requireWords } from './query';

const METRICS = ['SENT', 'DELIVERED', 'READ', 'REPLIED', 'CLICKED', 'COST'];
const PRODUCTS = [
	'CLOUD_API',
	'MARKETING_MESSAGES_API_FOR_WHATSAPP',
	'MARKETING_MESSAGES_LITE_API',
];
const NINETY_DAYS = 90 * 86_400;

/** One template's day. */
interface Day {
	template_id: string;
	start: number;
	end: number;
	sent: number;
	delivered: number;
	read: number;
	replied: number;
	clicked: Map<string, number>;
	spent: number;
}

/** `GET /{account}/template_analytics`: what became of each template's messages, day by day. */
export function templateAnalytics(world: World, given: Record<string, unknown>): unknown {
	if (!world.store.account.is_enabled_for_insights) throw new GraphFailure(200005);
	const query = readQuery(world, given, ['DAILY'], NINETY_DAYS);
	const ids = readWords(given.template_ids);
	if (ids.length === 0) throw invalid('The parameter template_ids is required.');
	if (ids.length > 10) throw invalid('Param template_ids takes 10 IDs at most.');
	const metrics = requireWords(query, 'metric_types', METRICS);
	const [product = 'CLOUD_API'] = requireWords(query, 'product_type', PRODUCTS);
	const isLite = product !== 'CLOUD_API';
	const has = (metric: string) => metrics.length === 0 || metrics.includes(metric);
	const days = new Map<string, Day>();
	const answers = answersOf(world);
	for (const fact of factsOf(world, query)) {
		const { template_id } = fact.message;
		if (!ids.includes(template_id) || (fact.category === 'MARKETING_LITE') !== isLite) continue;
		count(query, fact, answers.get(fact.message.message_id) ?? [], (at) =>
			dayOf(days, template_id, at),
		);
	}
	const points = [...days.values()].sort(
		(a, b) => a.start - b.start || a.template_id.localeCompare(b.template_id),
	);
	if (points.length === 0) return [];
	return [
		{
			granularity: 'DAILY',
			product_type: product,
			data_points: points.map((day) => show(day, has)),
		},
	];
}

function dayOf(days: Map<string, Day>, template_id: string, at: number): Day {
	const bucket = bucketOf(at, 'DAILY');
	const key = `${bucket.start} ${template_id}`;
	const known = days.get(key);
	if (known) return known;
	const day: Day = {
		template_id,
		...bucket,
		sent: 0,
		delivered: 0,
		read: 0,
		replied: 0,
		clicked: new Map(),
		spent: 0,
	};
	days.set(key, day);
	return day;
}

type Answer = World['store']['received'][number];

/** What people wrote, by the message of ours it answers. */
function answersOf({ store }: World): Map<string, Answer[]> {
	const answers = new Map<string, Answer[]>();
	for (const one of store.received) {
		if (one.answers === undefined) continue;
		answers.set(one.answers, [...(answers.get(one.answers) ?? []), one]);
	}
	return answers;
}

function count(query: Query, fact: Fact, answers: Answer[], day: (at: number) => Day): void {
	const { message, sent, delivered, cost } = fact;
	if (isIn(query, sent)) day(sent).sent++;
	if (isIn(query, delivered)) {
		day(delivered).delivered++;
		day(delivered).spent += cost;
	}
	const { read } = message.states;
	if (isIn(query, read)) day(read).read++;
	for (const answer of answers) {
		if (!isIn(query, answer.at)) continue;
		day(answer.at).replied++;
		if (answer.button === undefined) continue;
		const { clicked } = day(answer.at);
		clicked.set(answer.button, (clicked.get(answer.button) ?? 0) + 1);
	}
}

function show(day: Day, has: (metric: string) => boolean): Record<string, unknown> {
	const { template_id, start, end, sent, delivered, read, replied, clicked, spent } = day;
	return {
		template_id,
		start,
		end,
		...(has('SENT') && { sent }),
		...(has('DELIVERED') && { delivered }),
		...(has('READ') && { read }),
		...(has('REPLIED') && { replied }),
		...(has('CLICKED') && {
			clicked: [...clicked].map(([button_content, number]) => ({
				type: 'quick_reply_button',
				button_content,
				count: number,
			})),
		}),
		...(has('COST') && {
			cost: [
				{ type: 'amount_spent', value: money(spent) },
				...(delivered > 0 ? [{ type: 'cost_per_delivered', value: money(spent / delivered) }] : []),
			],
		}),
	};
}
