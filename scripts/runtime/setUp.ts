import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataTableRow, N8nApi, WorkflowJson, WorkflowNode } from './n8nApi';
import { ROOT } from './paths';

/** What the credential WhatsApp Cloud API holds. */
export interface WhatsAppAccount {
	accessToken: string;
	appId: string;
	appSecret: string;
	verifyToken: string;
	businessAccountId: string;
	phoneNumberId: string;
	baseUrl: string;
}

export interface SetUp {
	/** Workflow ID by template file name, without `.json`. */
	workflows: Record<string, string>;
	credentialId: string;
}

type CredentialRefs = Record<string, { id: string; name: string }>;

const WORKFLOWS = join(ROOT, 'workflows');

/** Names of all shipped templates. */
export function templateNames(): string[] {
	return readdirSync(WORKFLOWS)
		.filter((file) => file.endsWith('.json'))
		.map((file) => file.replace('.json', ''))
		.sort();
}

/** One shipped template, as a user would import it. */
export function template(name: string): WorkflowJson {
	return JSON.parse(readFileSync(join(WORKFLOWS, `${name}.json`), 'utf8')) as WorkflowJson;
}

/**
 * Does what the guide asks a user to do: makes the two credentials, imports every template, chooses the credentials
 * and the auto-reply sub-workflow in them, runs the set-up workflow. Publishes nothing.
 */
export async function setUp(
	api: N8nApi,
	account: WhatsAppAccount,
	dashboard: { user: string; password: string },
): Promise<SetUp> {
	const whatsApp = await api.createCredential('WhatsApp Cloud API', 'whatsAppCloudApi', {
		graphVersion: 'v25.0',
		privacyKey: '',
		allowedHttpRequestDomains: 'all',
		...account,
	});
	const basic = await api.createCredential('Dashboard sign-in', 'httpBasicAuth', dashboard);
	const credentials: CredentialRefs = {
		whatsAppCloudApi: { id: whatsApp.id, name: whatsApp.name },
		httpBasicAuth: { id: basic.id, name: basic.name },
	};
	const workflows: Record<string, string> = {};
	// Sub-workflows first, so that the others can point at them.
	for (const name of templateNames().sort((a, b) => rank(a) - rank(b))) {
		const { id } = await api.createWorkflow(chosen(template(name), credentials, workflows));
		workflows[name] = id;
	}
	await api.run(workflows['set-up'], 'Start here');
	return { workflows, credentialId: whatsApp.id };
}

/** The templates that react by themselves, in the order in which they are published. */
export const PUBLISHED = ['auto-reply', 'receiver', 'report-refresh', 'dashboard'];

export async function publishAll(api: N8nApi, { workflows }: SetUp): Promise<void> {
	for (const name of PUBLISHED) await api.publish(workflows[name]);
}

function rank(name: string): number {
	return name === 'auto-reply' ? 0 : 1;
}

function chosen(
	workflow: WorkflowJson,
	credentials: CredentialRefs,
	workflows: Record<string, string>,
): WorkflowJson {
	const nodes = workflow.nodes.map((node) => ({
		...node,
		...(hasWebhook(node) ? { webhookId: randomUUID() } : {}),
		parameters: withSubWorkflow(node, workflows),
		credentials: credentialsFor(node, credentials),
	}));
	return { ...workflow, nodes };
}

/** The editor gives these a new address when a template is imported. */
function hasWebhook({ type }: WorkflowNode): boolean {
	return type === 'n8n-nodes-base.webhook' || type.endsWith('.whatsAppCloudTrigger');
}

function credentialsFor(node: WorkflowNode, all: CredentialRefs): CredentialRefs | undefined {
	if (node.type.startsWith('n8n-nodes-whatsapp-cloud.')) {
		return { whatsAppCloudApi: all.whatsAppCloudApi };
	}
	return node.parameters.authentication === 'basicAuth'
		? { httpBasicAuth: all.httpBasicAuth }
		: undefined;
}

function withSubWorkflow(
	node: WorkflowNode,
	workflows: Record<string, string>,
): Record<string, unknown> {
	if (node.type !== 'n8n-nodes-base.executeWorkflow') return node.parameters;
	// Some workflows call themselves, piece by piece: there is nothing to choose.
	if (JSON.stringify(node.parameters.workflowId).includes('$workflow.id')) return node.parameters;
	const workflowId = { __rl: true, mode: 'id', value: workflows['auto-reply'] };
	return { ...node.parameters, workflowId };
}

/**
 * People for the demo, with numbers from a range that is reserved for fiction. Every twentieth has not opted in, so
 * that the campaign can be seen to skip them.
 */
export function demoContacts(count: number, now: number): DataTableRow[] {
	const names = ['Ada', 'Ben', 'Chen', 'Dara', 'Elif', 'Femi', 'Gita', 'Hugo', 'Ines', 'Jonas'];
	return Array.from({ length: count }, (_, index) => {
		const optedIn = index % 20 !== 19;
		return {
			phone: `4477009${String(index).padStart(5, '0')}`,
			name: names[index % names.length],
			opted_in: optedIn,
			opt_in_source: optedIn ? 'Demo: website form' : '',
			opted_in_at: optedIn ? Math.floor(now / 1000) - 86_400 : 0,
			opted_out_at: 0,
		};
	});
}
