import { setTimeout as wait } from 'node:timers/promises';
import axios, { type AxiosInstance } from 'axios';
import { parse } from 'flatted';
import { Problem } from './problem';

export interface Owner {
	email: string;
	password: string;
}

export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	webhookId?: string;
	disabled?: boolean;
	/** Takes only the first of its items. */
	executeOnce?: boolean;
	/** Goes on with an empty item where nothing came out. */
	alwaysOutputData?: boolean;
}

export interface WorkflowJson {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
}

export interface Execution {
	id: string;
	status: string;
	error?: string;
	/** Items by node name: [run][output][item]. */
	items: (node: string) => Array<Record<string, unknown>>;
}

export type DataTableRow = Record<string, string | number | boolean | null>;

/** The part of n8n's stored run that is read here. */
interface RunData {
	resultData?: {
		error?: { message: string };
		runData?: Record<
			string,
			Array<{ data?: { main?: Array<Array<{ json: Record<string, unknown> }> | null> } }>
		>;
	};
}

type Answer<T> = { data: T };

/** Signs in as the owner, creating it on a new n8n. */
export async function signIn(url: string, owner: Owner): Promise<N8nApi> {
	const http = axios.create({ baseURL: `${url}/rest`, validateStatus: () => true });
	const { data: settings } =
		await http.get<Answer<{ userManagement: { showSetupOnFirstLoad: boolean } }>>('/settings');
	const { status, headers, data } = settings.data.userManagement.showSetupOnFirstLoad
		? await http.post('/owner/setup', { ...owner, firstName: 'Demo', lastName: 'Owner' })
		: await http.post('/login', { emailOrLdapLoginId: owner.email, password: owner.password });
	const cookie = headers['set-cookie']?.map((line) => line.split(';')[0]).join('; ');
	if (status !== 200 || !cookie) {
		throw new Problem(
			`n8n did not accept the owner's sign-in (${status}: ${JSON.stringify(data).slice(0, 200)}).`,
			'Run npm start -- --reset to begin with a new n8n.',
		);
	}
	http.defaults.headers.common.cookie = cookie;
	return new N8nApi(http);
}

/** The calls of n8n's own editor that a set-up needs. */
export class N8nApi {
	constructor(private readonly http: AxiosInstance) {}

	get cookie(): string {
		return String(this.http.defaults.headers.common.cookie);
	}

	async call<T>(method: string, path: string, data?: unknown, params?: unknown): Promise<T> {
		const answer = await this.http.request<Answer<T>>({ method, url: path, data, params });
		if (answer.status < 300) return answer.data.data;
		const said = (answer.data as { message?: string }).message ?? JSON.stringify(answer.data);
		throw new Problem(
			`n8n answered ${answer.status} to ${method} ${path}: ${said}`,
			'See n8n’s log for the cause.',
		);
	}

	async createCredential(
		name: string,
		type: string,
		data: Record<string, unknown>,
	): Promise<{ id: string; name: string }> {
		return await this.call('POST', '/credentials', { name, type, data });
	}

	async testCredential(credential: {
		id: string;
		name: string;
		type: string;
		data: Record<string, unknown>;
	}): Promise<{ status: string; message: string }> {
		return await this.call('POST', '/credentials/test', { credentials: credential });
	}

	async createWorkflow(workflow: WorkflowJson): Promise<{ id: string; versionId: string }> {
		return await this.call('POST', '/workflows', workflow);
	}

	async workflow(id: string): Promise<WorkflowJson & { id: string; versionId: string }> {
		return await this.call('GET', `/workflows/${id}`);
	}

	async updateWorkflow(id: string, workflow: WorkflowJson): Promise<void> {
		const { versionId } = await this.workflow(id);
		await this.call('PATCH', `/workflows/${id}`, { ...workflow, versionId });
	}

	/** Publishes and waits until every trigger is live. Activation goes on after the call that asks for it. */
	async publish(id: string): Promise<void> {
		const { versionId } = await this.workflow(id);
		await this.call('POST', `/workflows/${id}/activate`, { versionId });
		for (let tries = 0; tries < 120; tries++) {
			const state = await this.call<{
				status: string;
				triggers: Array<{ status: string; errorMessage?: string }>;
			}>('GET', `/workflows/${id}/publication-status`);
			const refused = state.triggers.find(({ status }) => status === 'failed');
			if (refused) {
				throw new Problem(
					`The workflow could not be published: ${refused.errorMessage}`,
					'Mend what the sentence says and publish it again in n8n.',
				);
			}
			if (state.status === 'published') return;
			await wait(250);
		}
		throw new Problem('The workflow was not published within 30 s.', 'See n8n’s log.');
	}

	async unpublish(id: string): Promise<void> {
		await this.call('POST', `/workflows/${id}/deactivate`, {});
	}

	/** Runs a workflow from its manual (or schedule) trigger and waits for the end. */
	async run(id: string, trigger: string, timeoutMs = 120_000): Promise<Execution> {
		const workflowData = await this.workflow(id);
		const { executionId } = await this.call<{ executionId: string }>(
			'POST',
			`/workflows/${id}/run`,
			{ workflowData, startNodes: [], triggerToStartFrom: { name: trigger } },
		);
		return await this.finished(executionId, timeoutMs);
	}

	async finished(executionId: string, timeoutMs: number): Promise<Execution> {
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			const execution = await this.execution(executionId);
			if (!['new', 'running', 'waiting'].includes(execution.status)) return execution;
			if (Date.now() > deadline)
				throw new Problem(`Execution ${executionId} has not ended.`, 'See n8n’s log.');
			await wait(250);
		}
	}

	async execution(id: string): Promise<Execution> {
		const { status, data } = await this.call<{ status: string; data: string }>(
			'GET',
			`/executions/${id}`,
		);
		// While it runs there may be no data yet.
		const stored = (data ? parse(data) : undefined) as RunData | undefined;
		const resultData = stored?.resultData;
		const items = (node: string) =>
			(resultData?.runData?.[node] ?? [])
				.flatMap((run) => run.data?.main ?? [])
				.flatMap((output) => output ?? [])
				.map(({ json }) => json);
		return { id, status, error: resultData?.error?.message, items };
	}

	async executions(workflowId: string): Promise<Array<{ id: string; status: string }>> {
		const filter = JSON.stringify({ workflowId });
		const { results } = await this.call<{ results: Array<{ id: string; status: string }> }>(
			'GET',
			'/executions',
			undefined,
			{ filter, limit: 100 },
		);
		return results;
	}

	async table(name: string): Promise<{
		insert: (rows: DataTableRow[]) => Promise<void>;
		rows: () => Promise<DataTableRow[]>;
		count: () => Promise<number>;
	}> {
		const { id: project } = await this.call<{ id: string }>('GET', '/projects/personal');
		const path = `/projects/${project}/data-tables`;
		const { data } = await this.call<{ data: Array<{ id: string; name: string }> }>('GET', path);
		const table = data.find((one) => one.name === name);
		if (!table)
			throw new Problem(`There is no data table "${name}".`, 'Run the set-up workflow first.');
		return {
			insert: async (rows) => {
				await this.call('POST', `${path}/${table.id}/insert`, { data: rows, returnType: 'count' });
			},
			rows: async () => await this.allRows(`${path}/${table.id}/rows`),
			count: async () => {
				const asked = { skip: 0, take: 1 };
				const url = `${path}/${table.id}/rows`;
				return (await this.call<{ count: number }>('GET', url, undefined, asked)).count;
			},
		};
	}

	private async allRows(path: string): Promise<DataTableRow[]> {
		const rows: DataTableRow[] = [];
		for (;;) {
			const { data, count } = await this.call<{ data: DataTableRow[]; count: number }>(
				'GET',
				path,
				undefined,
				{ skip: rows.length, take: 250, sortBy: 'id:asc' },
			);
			rows.push(...data);
			if (rows.length >= count || data.length === 0) return rows;
		}
	}
}
