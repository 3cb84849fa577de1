import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { momentOf } from '../../../core/analytics/moments';
import { createZone } from '../../../core/analytics/zone';
import { allPages } from '../../../core/graph/pages';
import { fieldWith } from '../../../core/management/insights/expression';
import { periodOf } from '../../../core/management/insights/period';
import { templateRows } from '../../../core/management/insights/rows';
import { text } from '../../../core/webhook/read';
import { entriesOf, groupField, textField, textOf, type Fields } from '../form';
import { patiently } from '../patiently';
import { lookUp } from './calling';
import { accountOf } from './ids';

export const periodFields: INodeProperties[] = [
	{
		displayName: 'Start',
		name: 'start',
		type: 'dateTime',
		default: '',
		description: 'Beginning of the period. Leave empty for seven days before its end.',
	},
	{
		displayName: 'End',
		name: 'end',
		type: 'dateTime',
		default: '',
		description: 'End of the period, itself not included. Leave empty for now.',
	},
];

/** A year, which is as long as Meta keeps most figures. */
const YEAR = { days: 365, what: 'these figures' };

/** The chosen period in Unix seconds. Dates without a zone are read in the workflow's own. */
export function periodIn(form: Fields, kept = YEAR) {
	const { context, item, services } = form;
	const zone = createZone(context.getTimezone());
	const at = (label: string, name: string) =>
		momentOf(label, context.getNodeParameter(name, item, ''), zone);
	const period = { start: at('Start', 'start'), end: at('End', 'end') };
	return periodOf(period, services.clock.now() / 1000, kept);
}

/** How fine; Meta has other words for the same with messages. */
export const granularityField = (day: string, month: string): INodeProperties => ({
	displayName: 'A Row For Each',
	name: 'granularity',
	type: 'options',
	options: [
		{ name: 'Day', value: day },
		{ name: 'Half Hour', value: 'HALF_HOUR' },
		{ name: 'Month', value: month },
	],
	default: day,
	description: 'How long the time is that a row is about, by UTC',
});

/** By what the figures are split: names that people read to Meta's words. */
export const dimensionsField = (
	words: Record<string, string>,
	byDefault: string[],
): INodeProperties => ({
	displayName: 'Split By',
	name: 'dimensions',
	type: 'multiOptions',
	options: Object.entries(words)
		.map(([value, name]) => ({ name, value }))
		.sort((a, b) => a.name.localeCompare(b.name)),
	default: [...byDefault],
	description: 'A row for each combination of these',
});

const filters: INodeProperties[] = [
	{
		displayName: 'Country Codes',
		name: 'country_codes',
		type: 'string',
		default: '',
		placeholder: 'e.g. DE, BR',
		description: 'Two letters each, separated by a comma',
	},
	{
		displayName: 'Phone Numbers',
		name: 'phone_numbers',
		type: 'string',
		default: '',
		placeholder: 'e.g. +1 555 010 0000',
		description: 'Your own numbers, not their IDs, separated by a comma',
	},
];

export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: filters,
};

/** Asks for one kind of figures of the business account, and its currency for their unit. */
export function insightsRequest(form: Fields, kind: string, metric_types: string[] = []) {
	const { context, item } = form;
	const { country_codes, phone_numbers } = groupField(form, 'filters');
	const dimensions = context.getNodeParameter('dimensions', item, []) as string[];
	const field = fieldWith(kind, {
		...periodIn(form),
		granularity: textField(form, 'granularity'),
		phone_numbers: entriesOf(textOf(phone_numbers)).map((number) => number.replace(/\D/g, '')),
		country_codes: entriesOf(textOf(country_codes)).map((code) => code.toUpperCase()),
		metric_types,
		dimensions,
	});
	const qs = { fields: `currency,${field}` };
	return { method: 'GET', path: `/${accountOf(form)}`, qs } as const;
}

const TEMPLATE_METRICS = 'SENT,DELIVERED,READ,REPLIED,CLICKED,COST';
/** Meta takes ten templates at a time. */
const TEMPLATES_PER_CALL = 10;

/** Rows for these templates, a day each. Throws InputError beyond the 90 days Meta keeps. */
export async function templateInsights(form: Fields, ids: string[]): Promise<IDataObject[]> {
	const { services } = form;
	const { start, end } = periodIn(form, { days: 90, what: 'template figures' });
	const account = `/${accountOf(form)}`;
	const entries: IDataObject[] = [];
	for (let at = 0; at < ids.length; at += TEMPLATES_PER_CALL) {
		const template_ids = `[${ids.slice(at, at + TEMPLATES_PER_CALL).join(',')}]`;
		const qs = { start, end, granularity: 'DAILY', template_ids, metric_types: TEMPLATE_METRICS };
		const request = { method: 'GET', path: `${account}/template_analytics`, qs } as const;
		entries.push(
			...(await patiently(
				services,
				async () => await allPages<IDataObject>(services.graph, request),
			)),
		);
	}
	const { currency } = await lookUp(form, account, 'currency');
	return templateRows(entries, text(currency));
}
