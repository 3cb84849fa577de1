import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INodeExecutionData, IWebhookResponseData } from 'n8n-workflow';
import { signatureOf } from '../../../../core/webhook/signature';
import {
	credentials,
	trigger,
	webhookContext,
	type Request,
	type Response,
	type Setup,
} from './n8n';

export interface Executed {
	/** JSON of the items by output: message, status, account. */
	outputs: IDataObject[][];
	/** The whole items, with their files. */
	items: INodeExecutionData[];
}

/** Stands for the workflow behind the trigger: gives the status n8n would answer, when it likes. */
export type Run = (executed: Executed) => Promise<number> | number;

const jsonOf = (items: INodeExecutionData[]) => items.map(({ json }) => json);

async function readBody(req: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of req) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** What n8n does with a node's answer: nothing, or a run whose end decides the status. */
async function finish(result: IWebhookResponseData, res: ServerResponse, run: Run): Promise<void> {
	if (!result.workflowData) {
		if (!result.noWebhookResponse) res.end(JSON.stringify(result.webhookResponse));
		return;
	}
	const data = result.workflowData as INodeExecutionData[][];
	const status = await run({ outputs: data.map(jsonOf), items: data.flat() });
	res.statusCode = status;
	res.end();
}

/** A real HTTP server around the trigger, doing around it what n8n does. */
export async function startTrigger(setup: Setup = {}, run: Run = () => 200) {
	const behaviour = { run };
	const executions: Executed[] = [];
	const server = createServer((req, res) => {
		void (async () => {
			const url = new URL(req.url ?? '/', 'http://n8n');
			const rawBody = await readBody(req);
			const request = Object.assign(req, {
				query: Object.fromEntries(url.searchParams),
				params: {},
				body: {},
				rawBody,
			}) as unknown as Request;
			const mode = url.pathname.startsWith('/webhook-test/') ? 'manual' : 'webhook';
			const context = webhookContext(setup, request, res as unknown as Response, mode);
			const result = await trigger.webhook.call(context);
			await finish(result, res, async (executed) => {
				executions.push(executed);
				return await behaviour.run(executed);
			});
		})().catch((error: Error) => res.writeHead(500).end(error.message));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		url,
		behaviour,
		executions,
		async post(body: unknown, headers: Record<string, string> = {}, path = '/webhook/x') {
			const raw = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
			const secret = setup.credentials instanceof Error ? undefined : setup.credentials?.appSecret;
			const signature = signatureOf(secret || credentials.appSecret, raw);
			const response = await fetch(`${url}${path}`, {
				method: 'POST',
				body: new Uint8Array(raw),
				headers: {
					'content-type': 'application/json',
					'x-hub-signature-256': signature,
					...headers,
				},
			});
			return { status: response.status, text: await response.text() };
		},
		async get(query: Record<string, string>) {
			const response = await fetch(`${url}?${new URLSearchParams(query).toString()}`);
			const type = response.headers.get('content-type') ?? '';
			return { status: response.status, type, text: await response.text() };
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
