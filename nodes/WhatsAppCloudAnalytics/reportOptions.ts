import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { momentOf } from '../../core/analytics/moments';
import type { ReportOptions } from '../../core/analytics/report';
import { createZone } from '../../core/analytics/zone';

const DAY = 86_400;
const DAYS: Readonly<Record<string, number>> = { last24Hours: 1, last7Days: 7, last30Days: 30 };

/** The period, time zone and title the user chose. Throws InputError for a zone or date that does not exist. */
export function reportOptionsOf(context: IExecuteFunctions, now: number): ReportOptions {
	const { timeZone, title } = context.getNodeParameter('options', 0, {}) as IDataObject;
	const name = `${(timeZone as string | undefined) ?? ''}`.trim() || context.getTimezone();
	const options: ReportOptions = {
		now,
		timeZone: name,
		...(title ? { title: `${title as string}` } : {}),
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
