import type { Alive } from '../../../core/analytics/retention/alive';
import { summarise as summarised } from '../../../core/analytics/retention/summarise';
import { summaryRows } from '../../../core/analytics/retention/summaries';
import { foldOf } from '../input';
import { namedIn } from '../named';
import type { AnalyticsOperation } from './operation';

const COMPLAINT =
	'This item does not tell what is still alive. Connect Condense Rows with "Only Rows Before" filled in.';

/** Two pieces may know the same message by different names. */
function joined(all: Array<Alive['names']>): Alive['names'] {
	const names: Alive['names'] = {};
	for (const [id, known] of all.flatMap((one) => Object.entries(one)))
		names[id] = [...(names[id] ?? []), ...known];
	return names;
}

export const summarise: AnalyticsOperation = {
	name: 'Summarise Rows',
	action: 'Summarise condensed ledger rows',
	description:
		'Turn condensed rows of settled messages into the rows of the summaries table (wa_summaries), without changing any figure, for the Retention workflow',
	fields: [
		{
			displayName: 'Run',
			name: 'run',
			type: 'string',
			default: '',
			required: true,
			description: 'Name of this run; the rows carry it as their period',
		},
		{
			displayName: 'Period Before',
			name: 'previous',
			type: 'string',
			default: '',
			description: 'The period that Read Summaries told',
		},
		{
			displayName: 'Only Rows Before',
			name: 'before',
			type: 'number',
			default: 0,
			required: true,
			description: 'The border, in Unix seconds: the same as in Condense Rows',
		},
		{
			displayName: 'Up to Row',
			name: 'upTo',
			type: 'number',
			default: 0,
			required: true,
			description: 'ID of the newest row that was read',
		},
	],
	async run(context, run) {
		const all = context.getInputData().map(({ json }) => namedIn(json.alive, COMPLAINT));
		const alive: Alive = {
			ids: all.flatMap(({ ids }) => ids),
			keys: all.flatMap(({ keys }) => keys),
			people: all.flatMap(({ people }) => people),
			names: joined(all.map(({ names }) => names)),
		};
		const { cells, kept, messages } = summarised(foldOf(context, run), alive);
		const text = (name: string) => context.getNodeParameter(name, 0, '') as string;
		const whole = (name: string) => Number(context.getNodeParameter(name, 0, 0));
		const border = { up_to: whole('upTo'), before: whole('before') };
		const rows = summaryRows(text('run'), text('previous'), border, cells);
		const json = { ...rows, kept: JSON.stringify(kept), settled_messages: messages };
		return [{ json: json as never, pairedItem: { item: 0 } }];
	},
};
