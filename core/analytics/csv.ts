import { DIMENSION_NAMES } from './groups';
import type { Report } from './report';
import { newCounts, type Counts } from './tally';

const COUNTS = Object.keys(newCounts()) as Array<keyof Counts>;

/** Spreadsheets run what begins so as a formula: a quote in front makes it text. */
const FORMULA = /^[=+\-@\t\r]/;

function field(value: string | number): string {
	if (typeof value === 'number') return `${value}`;
	const text = FORMULA.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

const line = (fields: Array<string | number>) => fields.map(field).join(',');

/** The counts of a report by campaign, template, country … as comma-separated values (RFC 4180), with a heading. */
export function toCsv(report: Report, mostRows = Infinity): string {
	const all = { name: '', language: '', counts: report.counts as Counts };
	const rows = [
		{ by: 'all', ...all },
		...DIMENSION_NAMES.flatMap((dimension) =>
			report[dimension].slice(0, mostRows).map((group) => ({ by: dimension as string, ...group })),
		),
	];
	return [
		line(['by', 'name', 'language', ...COUNTS]),
		...rows.map(({ by, name, language, counts }) =>
			line([by, name, language, ...COUNTS.map((count) => counts[count])]),
		),
		'',
	].join('\r\n');
}
