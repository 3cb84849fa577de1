import { list, record, text, type Json } from '../../webhook/read';
import { utc } from './period';

/** The data points of an answer, which Meta leaves out altogether when there is nothing to count. */
function pointsOf(answer: unknown, kind: string): Json[] {
	const found = record(record(answer)[kind]);
	const groups = Array.isArray(found.data) ? found.data.map(record) : [found];
	return groups
		.flatMap(({ data_points }) => list(data_points).map(record))
		.sort((a, b) => Number(a.start) - Number(b.start));
}

const span = ({ start, end }: Json) => ({ start_utc: utc(start), end_utc: utc(end) });
const count = (value: unknown) => Number(value ?? 0);
/** An amount Meta did not give is unknown, not nothing. */
const amount = (value: unknown) => (value === undefined ? null : Number(value));
const currencyOf = (answer: unknown) => text(record(answer).currency);

/** How many messages were sent and delivered. */
export const messageRows = (answer: unknown) =>
	pointsOf(answer, 'analytics').map((point) => ({
		...span(point),
		messages_sent: count(point.sent),
		messages_delivered: count(point.delivered),
	}));

/** Delivered messages and what they cost; a dimension nobody asked for is empty. */
export const pricingRows = (answer: unknown) =>
	pointsOf(answer, 'pricing_analytics').map((point) => ({
		...span(point),
		phone_number: text(point.phone_number),
		country: text(point.country),
		category: text(point.pricing_category),
		pricing_type: text(point.pricing_type),
		tier: text(point.tier),
		messages_delivered: count(point.volume),
		cost_amount: amount(point.cost),
		cost_currency: currencyOf(answer),
	}));

/** Conversations, as Meta counted and billed them until July 2025. */
export const conversationRows = (answer: unknown) =>
	pointsOf(answer, 'conversation_analytics').map((point) => ({
		...span(point),
		phone_number: text(point.phone_number),
		country: text(point.country),
		category: text(point.conversation_category),
		conversation_type: text(point.conversation_type),
		direction: text(point.conversation_direction),
		conversations: count(point.conversation),
		cost_amount: amount(point.cost),
		cost_currency: currencyOf(answer),
	}));

/** One entry of `clicked` or `cost` by its type, added up over buttons. */
function total(entries: unknown, type: string, key: string): number | undefined {
	const values = list(entries)
		.map(record)
		.filter((entry) => entry.type === type)
		.map((entry) => Number(entry[key]))
		.filter((value) => Number.isFinite(value));
	return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) : undefined;
}

/** What became of the messages of each template, a row for each day. */
export const templateRows = (entries: unknown[], cost_currency: string) =>
	pointsOf({ found: { data: entries } }, 'found').map((point) => ({
		template_id: text(point.template_id),
		...span(point),
		messages_sent: count(point.sent),
		messages_delivered: count(point.delivered),
		messages_read: count(point.read),
		messages_replied: count(point.replied),
		quick_reply_clicks: total(point.clicked, 'quick_reply_button', 'count') ?? 0,
		url_clicks: total(point.clicked, 'url_button', 'count') ?? 0,
		unique_url_clicks: total(point.clicked, 'unique_url_button', 'count') ?? 0,
		cost_amount: amount(total(point.cost, 'amount_spent', 'value')),
		cost_per_delivered_amount: amount(total(point.cost, 'cost_per_delivered', 'value')),
		cost_per_url_click_amount: amount(total(point.cost, 'cost_per_url_button_click', 'value')),
		cost_currency,
	}));
