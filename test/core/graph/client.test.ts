import { createGraph, type GraphRequest, type GraphResponse } from '../../../core/graph/client';
import { GraphError, NoAnswerError } from '../../../core/graph/error';

const answering = (response: Partial<GraphResponse>) => {
	const asked: GraphRequest[] = [];
	const graph = createGraph(async (request) => {
		asked.push(request);
		return { status: 200, body: {}, headers: {}, ...response };
	}, 'v25.0');
	return { graph, asked };
};

const read: GraphRequest = { method: 'GET', path: '/1/phone_numbers' };
const write: GraphRequest = { method: 'POST', path: '/1/messages', body: { to: '15550100001' } };

/** The envelope of a real refusal, as in Meta's documentation of error codes. */
const refusal = {
	error: {
		message: '(#131009) Parameter value is not valid',
		type: 'OAuthException',
		code: 131009,
		error_data: { messaging_product: 'whatsapp', details: 'Please check the parameters' },
		error_subcode: 2494010,
		fbtrace_id: 'Az8or2yhqkZfEZ',
	},
};

it('puts the version in front of the path and changes nothing else', async () => {
	const { graph, asked } = answering({ body: { messages: [{ id: 'wamid.A' }] } });
	expect(await graph(write)).toEqual({ messages: [{ id: 'wamid.A' }] });
	expect(asked).toEqual([{ ...write, path: '/v25.0/1/messages' }]);
});

it('tells a refusal with everything Meta says', async () => {
	const error = await answering({ status: 400, body: refusal })
		.graph(write)
		.catch((e: unknown) => e);
	expect(error).toBeInstanceOf(GraphError);
	expect(error).toMatchObject({
		httpStatus: 400,
		code: 131009,
		subcode: 2494010,
		details: 'Please check the parameters',
		userMessage: '',
		fbtraceId: 'Az8or2yhqkZfEZ',
		isTransient: false,
		action: 'fixRequest',
		bucket: 'Request',
	});
});

it.each([
	['the message without its code', { message: '(#100) No such field' }, 'No such field'],
	[
		'a plain string in error_data',
		{ error_data: 'Header is wrong', message: 'x' },
		'Header is wrong',
	],
	['nothing', {}, ''],
	['error_data that is null', { error_data: null, message: 'Only this' }, 'Only this'],
])('takes the detail from %s', (_name, error, details) => {
	expect(new GraphError(400, { error: { code: 100, ...error } }).details).toBe(details);
});

it('joins title and text of what Meta says to users', () => {
	const error = {
		code: 200,
		error_user_title: 'Permission Denied',
		error_user_msg: 'Ask your admin',
	};
	expect(new GraphError(403, { error }).userMessage).toBe('Permission Denied: Ask your admin');
});

it('reads codes that come as text', () => {
	expect(new GraphError(400, { error: { code: '131047', error_subcode: '33' } })).toMatchObject({
		code: 131047,
		subcode: 33,
	});
});

const html = '<html><body>Bad gateway</body></html>';
it.each([
	['an error body with HTTP 200 is a no', { status: 200, body: refusal }, write, GraphError, {}],
	['a Graph error with HTTP 500 is a no', { status: 500, body: refusal }, write, GraphError, {}],
	[
		'HTML with 502 leaves a write open',
		{ status: 502, body: html },
		write,
		NoAnswerError,
		{ mayHaveArrived: true, httpStatus: 502 },
	],
	[
		'an empty 503 leaves a write open',
		{ status: 503, body: '' },
		write,
		NoAnswerError,
		{ mayHaveArrived: true },
	],
	[
		'JSON without an envelope and 500 leaves a write open',
		{ status: 500, body: {} },
		write,
		NoAnswerError,
		{ mayHaveArrived: true },
	],
	[
		'HTML with 502 changes nothing for a read',
		{ status: 502, body: html },
		read,
		NoAnswerError,
		{ mayHaveArrived: false },
	],
	[
		'HTML with 200 leaves a write open',
		{ status: 200, body: html },
		write,
		NoAnswerError,
		{ mayHaveArrived: true },
	],
	[
		'a gateway that refuses with 403 is a no',
		{ status: 403, body: html },
		write,
		GraphError,
		{ code: 403, httpStatus: 403 },
	],
	[
		'a gateway with 429 slows down',
		{ status: 429, body: '' },
		write,
		GraphError,
		{ code: 429, action: 'slowDown' },
	],
	[
		'a redirect was not carried out',
		{ status: 302, body: '' },
		write,
		NoAnswerError,
		{ mayHaveArrived: false, httpStatus: 302 },
	],
	['an answer of null is no answer', { status: 200, body: null }, read, NoAnswerError, {}],
])('%s', async (_name, response, request, type, properties) => {
	const error = await answering(response)
		.graph(request)
		.catch((e: unknown) => e);
	expect(error).toBeInstanceOf(type);
	expect(error).toMatchObject(properties);
});

it('never puts the answer of a stranger into the text', async () => {
	const error = await answering({ status: 502, body: html })
		.graph(write)
		.catch((e: unknown) => e);
	expect(String(error)).not.toContain('html');
});
