import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import { CELL_COLUMNS, cellSchema } from '../core/analytics/cell';
import { METRICS, type Metric } from '../core/analytics/metrics';
import { catalogue } from '../core/graph/catalogue';
import { LEDGER_COLUMNS, LEDGER_VERSION, ledgerRowSchema } from '../core/ledger/row';
import { SET_UP_SQL } from '../core/ledger/sql/setUp';
import { WhatsAppCloud } from '../nodes/WhatsAppCloud/WhatsAppCloud.node.js';
import { WhatsAppCloudAnalytics } from '../nodes/WhatsAppCloudAnalytics/WhatsAppCloudAnalytics.node.js';
import { WhatsAppCloudCampaign } from '../nodes/WhatsAppCloudCampaign/WhatsAppCloudCampaign.node.js';
import { WhatsAppCloudTrigger } from '../nodes/WhatsAppCloudTrigger/WhatsAppCloudTrigger.node.js';
import { ROOT } from './runtime/paths';

const NOTE = '<!-- Written by `npm run docs`; edit the source instead. -->';

/** What each generated file must contain: path to text. */
export function generatedDocs(): Record<string, string> {
	return {
		'docs/cells.md': filled('docs/cells.md', 'columns', cellsTable()),
		'docs/errors.md': errorsPage(),
		'docs/ledger.md': ledgerPage(),
		'docs/metrics.md': metricsPage(),
		'README.md': filled('README.md', 'operations', operationsTable()),
		'workflows/postgres-set-up.json': postgresSetUp('workflows/postgres-set-up.json'),
	};
}

function table(head: string[], rows: string[][]): string {
	const line = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cell(text: string): string {
	return text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');
}

function errorsPage(): string {
	const rows = Object.entries(catalogue)
		.sort(([a], [b]) => Number(a) - Number(b))
		.map(([code, entry]) => [
			code,
			entry.bucket,
			entry.meaning,
			entry.nextStep,
			`\`${entry.action}\``,
		]);
	return `# Meta's codes, in words\n\n${NOTE}\n\nThe node acts on the last column by itself: \`retry\` and \`slowDown\` are repeated where Meta has proved that nothing was sent,\n\`fixAccount\` stops a run, the others concern one message or one template.\n\n${table(['Code', 'On the dashboard', 'What happened', 'What to do', 'Class'], rows)}\n`;
}

function shareOf(metric: Metric): string {
	if (!('numerator' in metric) || !metric.numerator) return '';
	return `${metric.numerator} / ${metric.denominator ?? ''}`;
}

const SHAPES: Record<Metric['kind'], string> = {
	count: 'number',
	rate: 'share, with its 95 % Wilson interval from 30 cases on',
	time: 'half, 90 % and 99 % within',
	value: 'number',
	list: 'part of the report',
};

function metricsPage(): string {
	const rows = METRICS.map((metric) => [
		metric.label,
		`\`${metric.id}\``,
		[metric.definition, metric.note].filter(Boolean).join(' '),
		shareOf(metric),
		SHAPES[metric.kind],
	]);
	const intro = `The operation *Get Report* gives every figure under \`metrics\`, with its meaning, its numbers, and where there is none, why.\nThe dashboard shows them all under “All figures and what they mean”.\n\nA message counts in the period in which it was attempted, whatever happens to it later; a status may come up to 37 days later.\nDays and hours are those of the chosen time zone; a day may have 23 or 25 hours. Periods begin and end at a quarter of an hour.`;
	return `# The figures\n\n${NOTE}\n\n${intro}\n\n${table(['Figure', 'ID', 'What it means', 'Out of', 'Shape'], rows)}\n`;
}

function ledgerPage(): string {
	const rows = Object.entries(LEDGER_COLUMNS).map(([name, type]) => [
		`\`${name}\``,
		type,
		ledgerRowSchema.shape[name as keyof typeof ledgerRowSchema.shape].description ?? '',
	]);
	return `# The ledger\n\n${NOTE}\n\nTable \`wa_ledger\`, version ${LEDGER_VERSION}. One row for every event; rows are only ever added. Text is empty where something is not known.\nColumns may be added in later versions; none is removed or renamed.\n\n${table(['Column', 'Type', 'Meaning'], rows)}\n`;
}

/** A page written by hand with one part, between two comments, that is not. */
function filled(file: string, part: string, text: string): string {
	const page = readFileSync(join(ROOT, file), 'utf8');
	const place = new RegExp(`(<!-- generated: ${part} -->\\n)[\\s\\S]*?(<!-- /generated -->)`);
	return page.replace(place, (_, open: string, close: string) => `${open}${text}\n${close}`);
}

/** The SQL lives in core, where it is tested; the workflow carries a copy. */
function postgresSetUp(file: string): string {
	const workflow = JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as {
		nodes: Array<{ type: string; parameters: Record<string, unknown> }>;
	};
	for (const { type, parameters } of workflow.nodes) {
		if (type === 'n8n-nodes-base.postgres') parameters.query = SET_UP_SQL;
	}
	return `${JSON.stringify(workflow, null, '\t')}\n`;
}

function cellsTable(): string {
	return table(
		['Column', 'Type', 'Meaning'],
		Object.entries(CELL_COLUMNS).map(([name, type]) => [
			`\`${name}\``,
			type,
			cellSchema.shape[name as keyof typeof cellSchema.shape].description ?? '',
		]),
	);
}

function operationsTable(): string {
	const nodes = [
		new WhatsAppCloud(),
		new WhatsAppCloudTrigger(),
		new WhatsAppCloudCampaign(),
		new WhatsAppCloudAnalytics(),
	];
	return table(
		['Node', 'Operation', 'What it does'],
		nodes.flatMap(({ description }) => rowsOf(description)),
	);
}

function rowsOf(node: INodeTypeDescription): string[][] {
	const named = (name: string) =>
		node.properties
			.filter((property) => property.name === name)
			.flatMap(({ options }) => options ?? []);
	const resourceName = (value: unknown) =>
		named('resource').find((option) => 'value' in option && option.value === value)?.name;
	const rows = node.properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options, displayOptions }) => {
			const resource = resourceName(displayOptions?.show?.resource?.[0]);
			return (options ?? []).map((option) => [
				node.displayName,
				[resource, option.name].filter(Boolean).join(' → '),
				'description' in option ? (option.description ?? '') : '',
			]);
		});
	return rows.length > 0
		? rows
		: [[node.displayName, `Outputs: ${(node.outputNames ?? []).join(', ')}`, node.description]];
}

if (require.main === module) {
	for (const [file, text] of Object.entries(generatedDocs())) {
		const path = join(ROOT, file);
		const changed = !existsSync(path) || readFileSync(path, 'utf8') !== text;
		if (changed) writeFileSync(path, text);
		console.log(`${changed ? 'written' : 'as it was'}: ${file}`);
	}
}
