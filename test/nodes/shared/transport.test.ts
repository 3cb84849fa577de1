import type { ILoadOptionsFunctions } from 'n8n-workflow';
import type { GraphRequest } from '../../../core/graph/client';
import { NoAnswerError } from '../../../core/graph/error';
import { connect, createSend, type CallContext } from '../../../nodes/shared/transport';
import { toCredentials } from '../../../nodes/shared/credentials';
import {
	hookContext,
	loadOptionsContext,
	runNode,
	secretsOf,
	TEST_CREDENTIALS,
	webhookContext,
} from '../../support/engine';
import { json, listen, type Answer, type HttpServer } from '../../support/httpServer';
import { run, ToyNode } from './toyNode';

let server: HttpServer;
let answer: Answer;
beforeAll(async () => {
	server = await listen((heard, response) => answer(heard, response));
});
afterAll(async () => await server.close());
beforeEach(() => {
	server.heard.length = 0;
	answer = (_heard, response) => json(response, 200, { ok: true });
});

const here = () => ({ baseUrl: `${server.url}/` });
const items = (count: number) => Array.from({ length: count }, (_, i) => ({ to: `1555010${i}` }));

/** A request that has a body, as a send would have. */
const message: GraphRequest = {
	method: 'POST',
	path: '/v25.0/1/messages',
	body: { to: '15550100001' },
};
const sendWith = (
	credentials: object,
	context = loadOptionsContext(new ToyNode(), { credentials }),
) => createSend(context as CallContext, toCredentials({ ...TEST_CREDENTIALS, ...credentials }));

it('decrypts the credential once for a run of many items', async () => {
	const { decrypted, outputs } = await runNode(new ToyNode(), items(50), {
		credentials: here(),
		parameters: run('send'),
	});
	expect(outputs[0]).toHaveLength(50);
	expect(server.heard).toHaveLength(50);
	expect(decrypted).toBe(1);
});

it('sends JSON with the token in a header and no secret in the address', async () => {
	await runNode(new ToyNode(), items(1), { credentials: here(), parameters: run('send') });
	const [{ method, url, headers, body }] = server.heard;
	expect({ method, url }).toEqual({ method: 'POST', url: '/v25.0/900000000000001/messages' });
	expect(headers.authorization).toBe(`Bearer ${TEST_CREDENTIALS.accessToken}`);
	expect(headers['content-type']).toMatch(/^application\/json/);
	expect(JSON.parse(body)).toEqual({ to: '15550100' });
});

it('asks n8n for a timeout, for the whole answer, for no redirects and for no other host', async () => {
	const { requests } = await runNode(new ToyNode(), items(1), {
		credentials: here(),
		parameters: run('send'),
	});
	expect(requests[0]).toMatchObject({
		timeout: 30_000,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
		allowedDomains: '127.0.0.1',
	});
});

it('speaks as the app with app ID and secret in the header, never in the address', async () => {
	await runNode(new ToyNode(), items(1), { credentials: here(), parameters: run('asApp') });
	const [{ url, headers }] = server.heard;
	expect(url).toBe('/v25.0/700000000000001/subscriptions');
	expect(headers.authorization).toBe(
		`Bearer ${TEST_CREDENTIALS.appId}|${TEST_CREDENTIALS.appSecret}`,
	);
});

it('uploads a form with its file', async () => {
	await runNode(new ToyNode(), items(1), { credentials: here(), parameters: run('upload') });
	const [{ headers, body }] = server.heard;
	const form = await new Response(body, {
		headers: { 'Content-Type': `${headers['content-type']}` },
	}).formData();
	expect(form.get('messaging_product')).toBe('whatsapp');
	expect(await (form.get('file') as File).text()).toBe('hello');
});

const refusal = {
	error: {
		message: '(#131047) Re-engagement message',
		type: 'OAuthException',
		code: 131047,
		error_data: { messaging_product: 'whatsapp', details: 'More than 24 hours have passed' },
		fbtrace_id: 'AbC',
	},
};

it.each([400, 401, 403, 404, 429, 500, 503])(
	'hands over the body of a refusal with HTTP %i unchanged',
	async (status) => {
		answer = (_heard, response) => json(response, status, refusal);
		expect(await sendWith(here())(message)).toMatchObject({ status, body: refusal });
		expect(server.heard).toHaveLength(1);
	},
);

it('takes secrets out of a refusal that repeats them', async () => {
	const { accessToken } = TEST_CREDENTIALS;
	answer = (_heard, response) =>
		json(response, 401, { error: { code: 190, message: `Malformed access token ${accessToken}` } });
	const { body } = await sendWith(here())(message);
	expect(body).toEqual({ error: { code: 190, message: 'Malformed access token ***' } });
});

it('follows no redirect, so that the token stays at home', async () => {
	const thief = await listen((_heard, response) => json(response, 200, { ok: true }));
	answer = (_heard, response) => {
		response.writeHead(307, { Location: `${thief.url}/steal` });
		response.end();
	};
	try {
		expect(await sendWith(here())(message)).toMatchObject({ status: 307 });
		expect(thief.heard).toEqual([]);
	} finally {
		await thief.close();
	}
});

it("n8n itself refuses another host than the Base URL's", async () => {
	const context = loadOptionsContext(new ToyNode(), {
		credentials: here(),
	}) as ILoadOptionsFunctions;
	const elsewhere = context.helpers.httpRequestWithAuthentication.call(
		context,
		'whatsAppCloudApi',
		{
			url: server.url.replace('127.0.0.1', 'localhost'),
			allowedDomains: '127.0.0.1',
		},
	);
	await expect(elsewhere).rejects.toThrow(/Domain not allowed/);
	expect(server.heard).toEqual([]);
});

describe('when no answer comes', () => {
	const failing = async (credentials: object) => {
		const error = await sendWith(credentials)(message).catch((e: unknown) => e);
		expect(error).toBeInstanceOf(NoAnswerError);
		return error as NoAnswerError;
	};

	it('a refused connection was never sent', async () => {
		const closed = await listen(() => undefined);
		await closed.close();
		const error = await failing({ baseUrl: closed.url });
		expect(error).toMatchObject({ mayHaveArrived: false });
		expect(error.networkCode).toBe('ECONNREFUSED');
	});

	it('a host without an address was never sent', async () => {
		const error = await failing({ baseUrl: 'https://graph.invalid' });
		expect(error).toMatchObject({ mayHaveArrived: false });
	});

	it('a server that speaks no TLS was never sent', async () => {
		const error = await failing({ baseUrl: server.url.replace('http:', 'https:') });
		expect(error).toMatchObject({ mayHaveArrived: false });
		expect(server.heard).toEqual([]);
	});

	it('a dropped connection may have arrived', async () => {
		answer = (_heard, response) => void response.socket?.destroy();
		expect(await failing(here())).toMatchObject({ mayHaveArrived: true });
		expect(server.heard).toHaveLength(1);
	});

	it('an answer that breaks off may have arrived', async () => {
		answer = (_heard, response) => {
			response.writeHead(200, { 'Content-Length': '1000' });
			response.write('{"messages":');
			response.socket?.end();
		};
		expect(await failing(here())).toMatchObject({ mayHaveArrived: true });
	});

	it.each(['dropped', 'refused'])('no secret is in what is thrown (%s)', async (how) => {
		answer = (_heard, response) => void response.socket?.destroy();
		const error = await failing(how === 'dropped' ? here() : { baseUrl: 'http://127.0.0.1:1' });
		const everything = JSON.stringify([
			error,
			Object.getOwnPropertyNames(error).map((name) => Reflect.get(error, name) as unknown),
		]);
		for (const secret of secretsOf(TEST_CREDENTIALS)) expect(everything).not.toContain(secret);
		expect(error.cause).toBeUndefined();
	});
});

it.each([
	['load options', () => loadOptionsContext(new ToyNode(), { credentials: here() })],
	['a trigger being published', () => hookContext(new ToyNode(), { credentials: here() })],
	['a webhook call', () => webhookContext(new ToyNode(), {}, {}, { credentials: here() })],
])('works in %s', async (_name, context) => {
	const { graph, account, appGraph, verifyToken } = await connect(context() as CallContext);
	expect(await graph({ method: 'GET', path: '/1' })).toEqual({ ok: true });
	expect(await appGraph({ method: 'GET', path: '/2', qs: { a: 1, b: undefined } })).toEqual({
		ok: true,
	});
	expect(server.heard.map(({ url }) => url)).toEqual(['/v25.0/1', '/v25.0/2?a=1']);
	expect(account).toMatchObject({ phoneNumberId: '900000000000001', graphVersion: 'v25.0' });
	expect(verifyToken).toBe(TEST_CREDENTIALS.verifyToken);
});

it('fills an old credential with defaults', () => {
	expect(toCredentials({ accessToken: ' A\n', appId: 123 })).toMatchObject({
		accessToken: 'A',
		appId: '123',
		privacyKey: '',
		graphVersion: 'v25.0',
		baseUrl: 'https://graph.facebook.com',
	});
});
