import { createServer } from 'node:http';

/** Where the emulator is and who it pretends to be: from the test that started this process. */
export const own = JSON.parse(process.env.EMULATOR ?? '{}');

/** Somebody who has written to us, so that free-form messages may go to them. */
export const PERSON = '15551234567';

/** A call of the emulator's own control API. */
export async function control(name, body = {}) {
	const response = await fetch(`${own.url}/_emulator/${name}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
	return await response.json();
}

/** A callback of our own: `verify` answers the handshake, and the webhooks are kept as they came. */
export async function startReceiver(verify) {
	const arrived = [];
	const waiting = [];
	const server = createServer((request, response) => {
		const chunks = [];
		request.on('data', (chunk) => chunks.push(chunk));
		request.on('end', async () => {
			if (request.method === 'GET') {
				const query = Object.fromEntries(new URL(request.url, own.url).searchParams);
				response.end(String(await verify({ method: 'GET', query })));
				return;
			}
			const webhook = { headers: request.headers, body: Buffer.concat(chunks).toString() };
			const next = waiting.shift();
			if (next) next(webhook);
			else arrived.push(webhook);
			response.end();
		});
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	server.unref();
	return {
		url: `http://127.0.0.1:${server.address().port}/`,
		next: async () => arrived.shift() ?? (await new Promise((resolve) => waiting.push(resolve))),
		close: () => server.close(),
	};
}

/** Does one step after the other, whatever becomes of each, and prints a line of JSON about it. */
export async function run(steps) {
	for (const [step, act] of Object.entries(steps)) {
		try {
			await act();
			console.log(JSON.stringify({ step, ok: true }));
		} catch (error) {
			console.log(JSON.stringify({ step, ok: false, error: String(error?.stack ?? error) }));
		}
	}
	process.exit(0);
}
