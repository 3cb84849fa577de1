import { randomUUID } from 'node:crypto';
import type { WorkflowJson } from '../../scripts/runtime/n8nApi';

type Credential = { id: string; name: string };

const node = (name: string, type: string, typeVersion: number, x: number, parameters: object) => ({
	id: randomUUID(),
	name,
	type: `n8n-nodes-base.${type}`,
	typeVersion,
	position: [x, 0] as [number, number],
	parameters: parameters as Record<string, unknown>,
});

const next = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });

/** The columns that matter of a status, as a builder would map them. Fewer than ours writes, to its advantage. */
const MAPPED = {
	message_id: '={{ $json.id }}',
	kind: '={{ $json.status }}',
	at: '={{ Number($json.timestamp) }}',
	recipient: '={{ $json.recipient_id }}',
	key: '={{ $json.biz_opaque_callback_data }}',
};

/**
 * What a builder makes with n8n's own WhatsApp Trigger to keep statuses: trigger, Split Out, Data Table insert in bulk.
 * Same table columns, same execution settings as our receiver.
 */
export function builtinReceiver(table: string, credential: Credential): WorkflowJson {
	const trigger = {
		...node('WhatsApp Trigger', 'whatsAppTrigger', 1, 0, {
			updates: ['messages'],
			options: { messageStatusUpdates: ['all'] },
		}),
		webhookId: randomUUID(),
		credentials: { whatsAppTriggerApi: credential },
	};
	const split = node('Split Out', 'splitOut', 1, 220, {
		fieldToSplitOut: 'statuses',
		include: 'noOtherFields',
		options: {},
	});
	const insert = node('Save', 'dataTable', 1.1, 440, {
		resource: 'row',
		operation: 'insert',
		dataTableId: { __rl: true, mode: 'name', value: table },
		columns: {
			mappingMode: 'defineBelow',
			value: MAPPED,
			matchingColumns: [],
			schema: Object.keys(MAPPED).map((name) => column(name, name === 'at')),
		},
		options: { optimizeBulk: true },
	});
	return {
		name: 'Built-in receiver',
		nodes: [trigger, split, insert],
		connections: { [trigger.name]: next(split.name), [split.name]: next(insert.name) },
		settings: {
			executionOrder: 'v1',
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'all',
		},
	};
}

const column = (id: string, isNumber: boolean) => ({
	id,
	displayName: id,
	required: false,
	defaultMatch: false,
	display: true,
	type: isNumber ? 'number' : 'string',
	readOnly: false,
	removed: false,
});

/** A workflow that does nothing: n8n numbers executions, so the number of one tells how many there were before it. */
export const probeWorkflow = (): WorkflowJson => ({
	name: 'Probe',
	nodes: [node('Start', 'manualTrigger', 1, 0, {})],
	connections: {},
	settings: { executionOrder: 'v1' },
});
