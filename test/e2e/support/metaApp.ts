import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startEmulator, type Emulator } from '../../../emulator';
import type { WhatsAppAccount } from '../../../scripts/runtime/setUp';

/** One Meta app with two business accounts of two numbers each, as a client and as Meta's dashboard see it. */
export interface MetaApp {
	/** What a credential for each of the two accounts holds. */
	accounts: [WhatsAppAccount, WhatsAppAccount];
	/** Each account's own emulator: whom to write as, what it sent. */
	emulators: [Emulator, Emulator];
	/** The two numbers of each account. */
	numbers: [[string, string], [string, string]];
	/** Asks Graph as somebody else would; `asApp` speaks as the app itself. */
	graph: <T>(method: string, path: string, body?: object, asApp?: boolean) => Promise<T>;
	/** Every address Meta sends to: `app`, the accounts and the numbers by ID; and whether the app is subscribed. */
	addresses: () => Promise<Record<string, string>>;
	/** Calls that changed something or tried to, as `POST /path status`. */
	writes: () => string[];
	close: () => Promise<void>;
}

const firstSegment = (url = '') => url.replace(/^\/v\d+\.\d+/, '').split(/[/?]/)[1];

/** Starts it. Tokens and secrets are those of `like`, so that whoever looks for leaked secrets finds these too. */
export async function startMetaApp(like: WhatsAppAccount): Promise<MetaApp> {
	const { accessToken, appId, appSecret, verifyToken } = like;
	const shared = { accessToken, appId, appSecret };
	const delays_ms = { sent: [5, 10] as [number, number] };
	const emulators = await Promise.all([
		startEmulator({ ...shared, delays_ms }),
		startEmulator({
			...shared,
			delays_ms,
			businessAccountId: '900000000000012',
			phoneNumberId: '900000000000013',
		}),
	]);
	const numbers = emulators.map(
		({ control }) => (control.config() as { phoneNumbers: string[] }).phoneNumbers,
	);
	const owned = emulators.map(
		({ config }, i) => new Set([config.businessAccountId, ...numbers[i]]),
	);

	/** The app's callback is the same for both accounts; everything else belongs to one of them. */
	async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of incoming) chunks.push(chunk as Buffer);
		const body = Buffer.concat(chunks);
		const id = firstSegment(incoming.url);
		const owner = owned.findIndex((ids) => ids.has(id));
		const isForBoth = id === appId && incoming.method !== 'GET';
		const targets = isForBoth ? emulators : [emulators[Math.max(owner, 0)]];
		const answers = [];
		for (const { port } of targets) answers.push(await forward(incoming, body, port));
		outgoing.writeHead(answers[0].status, answers[0].headers).end(answers[0].body);
	}

	const server = createServer((incoming, outgoing) => {
		pass(incoming, outgoing).catch(() => outgoing.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

	const graph: MetaApp['graph'] = async <T>(
		method: string,
		path: string,
		body?: object,
		asApp = false,
	) => {
		const response = await fetch(`${url}/v25.0${path}`, {
			method,
			headers: {
				authorization: `Bearer ${asApp ? `${appId}|${appSecret}` : accessToken}`,
				...(body ? { 'content-type': 'application/json' } : {}),
			},
			body: body && JSON.stringify(body),
		});
		return (await response.json()) as T;
	};

	return {
		accounts: emulators.map(({ config }) => ({
			...shared,
			verifyToken,
			businessAccountId: config.businessAccountId,
			phoneNumberId: config.phoneNumberId,
			baseUrl: url,
		})) as MetaApp['accounts'],
		emulators: emulators as MetaApp['emulators'],
		numbers: numbers as MetaApp['numbers'],
		graph,
		async addresses() {
			const found: Record<string, string> = {};
			type List = { data?: Array<Record<string, unknown>> };
			const app = await graph<List>('GET', `/${appId}/subscriptions`, undefined, true);
			const [callback] = app.data ?? [];
			found.app = callback ? JSON.stringify([callback.callback_url, callback.fields]) : '';
			for (const [i, { config }] of emulators.entries()) {
				const { businessAccountId } = config;
				const { data = [] } = await graph<List>('GET', `/${businessAccountId}/subscribed_apps`);
				found[`${businessAccountId} subscribed`] = String(data.length > 0);
				found[businessAccountId] = String(data[0]?.override_callback_uri ?? '');
				for (const id of numbers[i]) {
					const node = await graph<{ webhook_configuration: { phone_number?: string } }>(
						'GET',
						`/${id}?fields=webhook_configuration`,
					);
					found[id] = node.webhook_configuration.phone_number ?? '';
				}
			}
			return found;
		},
		writes: () =>
			emulators.flatMap(({ control }) =>
				control
					.requests()
					.filter(({ method }) => method !== 'GET')
					.map(({ method, path, status }) => `${method} ${path} ${status}`),
			),
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await Promise.all(emulators.map(async (emulator) => await emulator.close()));
		},
	};
}

interface Answer {
	status: number;
	headers: IncomingMessage['headers'];
	body: Buffer;
}

async function forward(incoming: IncomingMessage, body: Buffer, port: number): Promise<Answer> {
	const { method, url: path, headers } = incoming;
	return await new Promise<Answer>((resolve, reject) => {
		const onward = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('error', reject);
			answer.on('end', () =>
				resolve({
					status: answer.statusCode ?? 502,
					headers: answer.headers,
					body: Buffer.concat(chunks),
				}),
			);
		});
		onward.on('error', reject);
		onward.end(body);
	});
}
