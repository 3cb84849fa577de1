import { randomUUID } from 'node:crypto';
import type { WorkflowJson, WorkflowNode } from '../../scripts/runtime/n8nApi';

type Credential = { id: string; name: string };

export const PEOPLE_TABLE = 'bench_people';
export const TEXT = 'Your order is on its way.';

const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: Record<string, unknown>,
	more: Partial<WorkflowNode> & { onError?: string } = {},
): WorkflowNode => ({
	id: randomUUID(),
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
	...more,
});

const next = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });

/** Starts by a POST to `path`, reads the first `people` rows, sends one text to each. */
function sendWorkflow(path: string, people: number, send: WorkflowNode): WorkflowJson {
	const start = node(
		'Start',
		'n8n-nodes-base.webhook',
		2,
		{ httpMethod: 'POST', path, options: {} },
		{ webhookId: randomUUID() },
	);
	const read = node('People', 'n8n-nodes-base.dataTable', 1.1, {
		resource: 'row',
		operation: 'get',
		dataTableId: { __rl: true, mode: 'name', value: PEOPLE_TABLE },
		returnAll: false,
		limit: people,
	});
	return {
		name: path,
		nodes: [start, read, send],
		connections: { [start.name]: next(read.name), [read.name]: next(send.name) },
		settings: {
			executionOrder: 'v1',
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'all',
		},
	};
}

interface Sending {
	path: string;
	people: number;
	phoneNumberId: string;
	credential: Credential;
}

/** Our node. */
export const oursSends = (
	{ path, people, phoneNumberId, credential }: Sending,
	perSecond: number,
): WorkflowJson =>
	sendWorkflow(
		path,
		people,
		node(
			'Send',
			'n8n-nodes-whatsapp-cloud.whatsAppCloud',
			1,
			{
				resource: 'message',
				operation: 'sendText',
				phoneNumberId: { __rl: true, mode: 'id', value: phoneNumberId },
				to: '={{ $json.phone }}',
				text: TEXT,
				options: { messagesPerSecond: perSecond },
			},
			{ credentials: { whatsAppCloudApi: credential } },
		),
	);

/** The built-in node, going on when a message is refused, as ours does. */
export const builtinSends = ({ path, people, phoneNumberId, credential }: Sending): WorkflowJson =>
	sendWorkflow(
		path,
		people,
		node(
			'Send',
			'n8n-nodes-base.whatsApp',
			1.1,
			{
				resource: 'message',
				operation: 'send',
				phoneNumberId,
				recipientPhoneNumber: '={{ $json.phone }}',
				messageType: 'text',
				textBody: TEXT,
				additionalFields: {},
			},
			{ credentials: { whatsAppApi: credential }, onError: 'continueRegularOutput' },
		),
	);
