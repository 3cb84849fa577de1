import { json, listen, type HttpServer } from '../../support/httpServer';

/** Somebody else's webhook: another product, or an n8n on another machine. Answers handshakes and takes everything. */
export interface Stranger {
	url: string;
	/** Bodies it was sent. */
	received: () => string[];
	close: HttpServer['close'];
}

export async function startStranger(path = '/webhook/theirs/webhook'): Promise<Stranger> {
	const server = await listen((heard, response) => {
		const challenge = new URL(heard.url, 'http://stranger').searchParams.get('hub.challenge');
		if (heard.method === 'GET') response.end(challenge ?? '');
		else json(response, 200, {});
	});
	return {
		url: `${server.url}${path}`,
		received: () => server.heard.filter(({ method }) => method === 'POST').map(({ body }) => body),
		close: server.close,
	};
}
