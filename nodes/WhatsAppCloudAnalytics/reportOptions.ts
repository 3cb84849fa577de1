import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { readRates, type RateTable } from '../../core/analytics/cost/rates';
import { FILTERS, type Filter } from '../../core/analytics/filter';
import { momentOf } from '../../core/analytics/moments';
import { readQuery, type Query } from '../../core/analytics/query';
import type { ReportOptions } from '../../core/analytics/report';
import { createZone } from '../../core/analytics/zone';
import { InputError } from '../../core/input';
import type { Run } from './operations/operation';

const DAY = 86_400;
const DAYS: Readonly<Record<string, number>> = { last24Hours: 1, last7Days: 7, last30Days: 30 };

function filterOf(context: IExecuteFunctions): Filter {
	const given = context.getNodeParameter('filters', 0, {}) as IDataObject;
	const chosen = FILTERS.filter((name) => name in given);
	return Object.fromEntries(chosen.map((name) => [name, `${given[name] as string}`.trim()]));
}

/** What the address of the page asks for; undefined when the page has no links. Throws InputError for no JSON. */
export function queryOf(context: IExecuteFunctions): Query | undefined {
	const { query } = context.getNodeParameter('options', 0, {}) as IDataObject;
	return query === undefined ? undefined : readQuery(query);
}

/** The rate table; undefined when it is empty, which is as good as none. Throws InputError for what is no list. */
function rateTableOf(rates: unknown = []): RateTable | undefined {
	let lines = rates;
	try {
		if (typeof rates === 'string') lines = rates.trim() === '' ? [] : JSON.parse(rates);
	} catch {
		lines = undefined;
	}
	if (!Array.isArray(lines)) {
		throw new InputError(
			'Rates is no list. Give it the lines of the table wa_rates, for example with the expression {{ $("Read the rates").all().map((item) => item.json) }}.',
		);
	}
	return lines.length === 0 ? undefined : readRates(lines as IDataObject[]);
}

/** The period, filters, time zone and title the user chose. Throws InputError for a zone or date that does not exist. */
export function reportOptionsOf(context: IExecuteFunctions, { now, about }: Run): ReportOptions {
	const { compare, ...own } = context.getNodeParameter('options', 0, {}) as IDataObject;
	const textOf = (name: 'timeZone' | 'title') =>
		`${(own[name] as string | undefined) ?? ''}`.trim();
	const name = textOf('timeZone') || about?.timeZone || context.getTimezone();
	const title = textOf('title') || about?.title;
	const options: ReportOptions = {
		now,
		timeZone: name,
		filter: filterOf(context),
		rateTable: rateTableOf(own.rates ?? about?.rates),
		...(title ? { title } : {}),
		...(compare ? { compare: compare as ReportOptions['compare'] } : {}),
	};
	const period = context.getNodeParameter('period', 0, 'allTime') as string;
	if (period in DAYS) return { ...options, from: now - DAYS[period] * DAY };
	if (period !== 'custom') return options;
	const zone = createZone(name);
	return {
		...options,
		from: momentOf('Start', context.getNodeParameter('start', 0, ''), zone),
		to: momentOf('End', context.getNodeParameter('end', 0, ''), zone),
	};
}
