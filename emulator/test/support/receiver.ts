import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeAtTheEnd } from './leftovers';

export interface Delivery {
	headers: IncomingHttpHeaders;
	bytes: Buffer;
	body: WebhookBody;
	at: number;
}

export interface WebhookBody {
	object: string;
	entry: Array<{
		id: string;
		changes: Array<{ field: string; value: Record<string, Array<Record<string, unknown>>> }>;
	}>;
}

/** A webhook callback of our own, as anybody would write it: it knows nothing about the emulator. */
export interface Receiver {
	url: string;
	deliveries: Delivery[];
	/** Query of every handshake. */
	handshakes: URLSearchParams[];
	/** Every status in the order it arrived. */
	statuses: () => Array<Record<string, unknown>>;
	messages: () => Array<Record<string, unknown>>;
	/** Webhooks that are being answered right now, at most. */
	most: () => number;
	/** Takes this long over every answer. */
	slow: (ms: number) => void;
	/** What to answer to webhooks, by how many came before; 0 lets them hang. */
	answer: (status: (nth: number) => number) => void;
	/** What to answer to a handshake instead of the challenge. */
	challenge: (reply: { status: number; text?: string }) => void;
	close: () => Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
	const deliveries: Delivery[] = [];
	const handshakes: URLSearchParams[] = [];
	let [open, most, pause] = [0, 0, 0];
	let statusFor: (nth: number) => number = () => 200;
	let handshake: { status: number; text?: string } = { status: 200 };
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			if (request.method === 'GET') {
				const query = new URL(request.url ?? '', 'http://receiver').searchParams;
				handshakes.push(query);
				response.statusCode = handshake.status;
				response.end(handshake.text ?? query.get('hub.challenge'));
				return;
			}
			const bytes = Buffer.concat(chunks);
			const status = statusFor(deliveries.length);
			deliveries.push({
				headers: request.headers,
				bytes,
				body: JSON.parse(bytes.toString()) as WebhookBody,
				at: Date.now(),
			});
			if (status === 0) return;
			most = Math.max(most, ++open);
			setTimeout(() => {
				open--;
				response.statusCode = status;
				response.end();
			}, pause);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const values = () =>
		deliveries.flatMap(({ body }) =>
			body.entry.flatMap(({ changes }) => changes.map(({ value }) => value)),
		);
	return closeAtTheEnd<Receiver>({
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
		deliveries,
		handshakes,
		statuses: () => values().flatMap(({ statuses = [] }) => statuses),
		messages: () => values().flatMap(({ messages = [] }) => messages),
		most: () => most,
		slow: (ms) => {
			pause = ms;
		},
		answer: (status) => {
			statusFor = status;
		},
		challenge: (reply) => {
			handshake = reply;
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	});
}
