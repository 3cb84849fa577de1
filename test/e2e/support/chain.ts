import { randomUUID } from 'node:crypto';
import type { WorkflowJson, WorkflowNode } from '../../../scripts/runtime/n8nApi';

/** `resource.operation`, and its fields. */
export type Step = [name: string, fields: Record<string, unknown>];

export const START = 'Start';

/** What a later step reads from an earlier one. */
export const from = (step: string, field: string) => `={{ $('${step}').first().json.${field} }}`;

/** A choice of a resource locator by its ID. */
export const byId = (value: string, mode = 'id') => ({ __rl: true, mode, value });

/**
 * A workflow that runs operations of the node WhatsApp Cloud one after the other, each once. Steps are named after
 * their operation; `file` steps get the picture of one dot under `data`.
 */
export function chain(
	name: string,
	credential: { id: string; name: string },
	steps: Step[],
	base64?: string,
): WorkflowJson {
	const node = (title: string, type: string, parameters: Record<string, unknown>, version = 1) => ({
		id: randomUUID(),
		name: title,
		type,
		typeVersion: version,
		position: [0, 0] as [number, number],
		parameters,
	});
	const head: WorkflowNode[] = [node(START, 'n8n-nodes-base.manualTrigger', {})];
	if (base64) {
		head.push(
			node(
				'Text',
				'n8n-nodes-base.set',
				{ mode: 'raw', jsonOutput: JSON.stringify({ base64 }) },
				3.4,
			),
			node(
				'File',
				'n8n-nodes-base.convertToFile',
				{
					operation: 'toBinary',
					sourceProperty: 'base64',
					options: { fileName: 'dot.png', mimeType: 'image/png' },
				},
				1.1,
			),
		);
	}
	const operations = steps.map(([step, fields]): WorkflowNode => {
		const [resource, operation] = step.split('.');
		const parameters = { resource, operation, ...fields };
		return {
			...node(step, 'n8n-nodes-whatsapp-cloud.whatsAppCloud', parameters),
			credentials: { whatsAppCloudApi: credential },
			executeOnce: true,
			alwaysOutputData: true,
		};
	});
	const nodes = [...head, ...operations];
	const to = (next: WorkflowNode) => ({
		main: [[{ node: next.name, type: 'main', index: 0 }]],
	});
	const pairs = nodes.slice(1).map((next, at) => [nodes[at].name, to(next)]);
	return {
		name,
		nodes,
		connections: Object.fromEntries(pairs) as WorkflowJson['connections'],
		settings: { executionOrder: 'v1' },
	};
}
