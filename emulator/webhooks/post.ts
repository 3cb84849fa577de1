import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios from 'axios';

export interface Answer {
	/** 0 when nobody answered. */
	status: number;
	text: string;
	/** Why nobody answered, for example ECONNREFUSED. */
	reason: string;
}

/** The way out to webhook callbacks: connections are kept alive, no proxy, no redirects, every status is an answer. */
export interface Outlet {
	post: (
		url: string,
		body: Buffer,
		headers: Record<string, string>,
		timeoutMs: number,
	) => Promise<Answer>;
	get: (url: string, timeoutMs: number) => Promise<Answer>;
	close: () => void;
}

export function createOutlet(): Outlet {
	const httpAgent = new HttpAgent({ keepAlive: true, maxSockets: 256 });
	const httpsAgent = new HttpsAgent({ keepAlive: true, maxSockets: 256 });
	const http = axios.create({
		httpAgent,
		httpsAgent,
		proxy: false,
		maxRedirects: 0,
		responseType: 'text',
		transformResponse: (text: unknown) => text,
		validateStatus: () => true,
	});

	async function answer(call: Promise<{ status: number; data: unknown }>): Promise<Answer> {
		try {
			const { status, data } = await call;
			return { status, text: typeof data === 'string' ? data : '', reason: '' };
		} catch (error) {
			const { code, message } = error as { code?: string; message: string };
			return { status: 0, text: '', reason: code ?? message };
		}
	}

	return {
		post: async (url, body, headers, timeout) =>
			await answer(http.post(url, body, { headers, timeout })),
		get: async (url, timeout) => await answer(http.get(url, { timeout })),
		close: () => {
			httpAgent.destroy();
			httpsAgent.destroy();
		},
	};
}
