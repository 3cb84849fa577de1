import { Cancelled } from '../../../core/campaign/cancelled';
import type { RouterOptions } from '../../../nodes/shared/router';
import { runNode, secretsOf, TEST_CREDENTIALS, type EngineOptions } from '../../support/engine';
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
	answer = accept;
});

/** Accepts all but recipients that tell what is to happen to them. */
const accept: Answer = ({ method, url, body }, response) => {
	const to = method === 'POST' ? (JSON.parse(body) as { to: string }).to : url.split('/').pop();
	if (to === 'refused') {
		return json(response, 400, {
			error: {
				code: 131026,
				message: '(#131026) Message undeliverable',
				error_data: { details: 'Message Undeliverable.' },
				fbtrace_id: 'TraceA',
			},
		});
	}
	if (to === 'dropped') return void response.socket?.destroy();
	return json(response, 200, { id: `wamid.${to}` });
};

const go = (
	operation: string,
	recipients: string[],
	settings: EngineOptions['settings'] = {},
	router: RouterOptions = {},
) =>
	runNode(
		new ToyNode(router),
		recipients.map((to) => ({ to })),
		{ credentials: { baseUrl: server.url }, parameters: run(operation), settings },
	);
const jsons = async (...args: Parameters<typeof go>) => {
	const { outputs, error } = await go(...args);
	expect(error).toBeUndefined();
	return outputs[0].map((item) => item.json);
};
const sentTo = () =>
	server.heard.map(({ body, url }) => (body ? (JSON.parse(body) as { to: string }).to : url));

describe('sending', () => {
	it('gives one result for each item, in order and paired', async () => {
		const { outputs } = await go('send', ['1', 'refused', 'dropped', 'nobody', '2']);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3, 4].map((item) => ({ item })),
		);
		expect(outputs[0].map((item) => item.json)).toEqual([
			{ status: 'accepted', to: '1', id: 'wamid.1' },
			expect.objectContaining({
				status: 'failed',
				to: 'refused',
				code: '131026',
				action: 'skipRecipient',
			}),
			expect.objectContaining({
				status: 'unknown',
				to: 'dropped',
				code: 'no_answer',
				action: 'unknown',
			}),
			expect.objectContaining({
				status: 'failed',
				to: '',
				code: 'input',
				reason: 'The number "nobody" has no digits.',
			}),
			{ status: 'accepted', to: '2', id: 'wamid.2' },
		]);
	});

	it.each([
		['a refusal', ['refused']],
		['refusals only', ['refused', 'refused']],
		['silence', ['dropped']],
		['a bad item before a good one', ['nobody', '1']],
		['a bad item after a good one', ['1', 'nobody']],
		['a bad item beside a refusal', ['nobody', 'refused']],
	])('never throws for %s', async (_name, recipients) => {
		expect(await jsons('send', recipients)).toHaveLength(recipients.length);
	});

	it('never sends anything twice with Retry On Fail switched on', async () => {
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
		const results = await jsons('send', ['refused', '1', 'nobody', 'dropped'], settings);
		expect(sentTo()).toEqual(['refused', '1', 'dropped']);
		for (const result of results) expect(result).not.toHaveProperty('error');
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'keeps every field with %s',
		async (onError) => {
			const results = await jsons('send', ['refused', 'nobody'], { onError });
			expect(results.map(({ status, code }) => [status, code])).toEqual([
				['failed', '131026'],
				['failed', 'input'],
			]);
		},
	);

	it('stops the node in words when no item could be sent for what it holds', async () => {
		const { error, outputs } = await go('send', ['nobody', 'nobody']);
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: 'The number "nobody" has no digits.',
			context: { itemIndex: 0 },
		});
		expect(outputs).toEqual([]);
		expect(server.heard).toEqual([]);
	});

	it('gives results instead when the user chose to continue', async () => {
		expect(await jsons('send', ['nobody'], { onError: 'continueRegularOutput' })).toMatchObject([
			{ status: 'failed', code: 'input' },
		]);
	});

	it('shows how many items did not go through, and why', async () => {
		const { hints } = await go('send', ['1', 'refused', 'dropped']);
		expect(hints).toEqual([
			expect.objectContaining({
				type: 'warning',
				message: expect.stringMatching(
					/^2 of 3 items did not go through\. The first: The message could not be delivered/,
				) as string,
			}),
		]);
		expect((await go('send', ['1'])).hints).toEqual([]);
	});
});

describe('reading', () => {
	it("throws Meta's refusal with what happened, what to do, code and trace ID", async () => {
		const { error } = await go('read', ['1', 'refused', '2']);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '400',
			context: { itemIndex: 1 },
		});
		expect(error?.message).toMatch(/^The message could not be delivered/);
		expect(error?.description).toBe(
			[
				'Check the number, country code included. If it is right, reach the person another way.',
				'Meta says: Message Undeliverable.',
				"Meta's code 131026, trace ID TraceA",
			].join('\n'),
		);
		expect(server.heard).toHaveLength(2);
	});

	it('throws when nobody answers', async () => {
		const { error } = await go('read', ['dropped']);
		expect(error).toMatchObject({ name: 'NodeApiError' });
		expect(error?.message).toMatch(
			/^The request to 127\.0\.0\.1:\d+ was sent, but no answer arrived\.$/,
		);
		expect(error?.description).toContain('Network: ECONNRESET');
	});

	it('goes on when the user chose to', async () => {
		const results = await jsons('read', ['refused', '1'], { onError: 'continueRegularOutput' });
		expect(results).toMatchObject([{ status: 'failed', code: '131026' }, { id: 'wamid.1' }]);
	});
});

describe('changing', () => {
	it('throws while nothing is changed yet', async () => {
		expect((await go('change', ['refused', '1'])).error).toMatchObject({ name: 'NodeApiError' });
		expect(server.heard).toHaveLength(1);
	});

	it('reports item by item once something is changed', async () => {
		expect(await jsons('change', ['1', 'refused', '2'])).toMatchObject([
			{ id: 'wamid.1' },
			{ status: 'failed', id: 'refused', code: '131026' },
			{ id: 'wamid.2' },
		]);
	});

	it('takes silence for a change that may have happened', async () => {
		expect(await jsons('change', ['dropped'])).toMatchObject([
			{ status: 'unknown', id: 'dropped' },
		]);
	});
});

it('gives several results of one item, all paired with it', async () => {
	const { outputs } = await go('list', ['1', '2']);
	expect(outputs[0].map(({ json: { id }, pairedItem }) => [id, pairedItem])).toEqual([
		[1, { item: 0 }],
		[2, { item: 0 }],
		[1, { item: 1 }],
		[2, { item: 1 }],
	]);
});

it.each([
	['a Base URL without TLS', { baseUrl: 'http://graph.example' }, /must begin with https/],
	['a version of nonsense', { graphVersion: 'newest' }, /must look like v25\.0/],
])('explains %s before anything is sent', async (_name, credentials, sentence) => {
	const { error } = await runNode(new ToyNode(), [{ to: '1' }], {
		credentials,
		parameters: run('send'),
	});
	expect(error).toMatchObject({ name: 'NodeOperationError' });
	expect(error?.message).toMatch(sentence);
});

it('explains an operation it does not know', async () => {
	const { error } = await go('dance', ['1']);
	expect(error?.message).toBe(
		'This version of the node does not know the operation "dance" of "thing".',
	);
});

it('keeps every secret out of what n8n stores', async () => {
	const runs = await Promise.all([
		go('send', ['1', 'refused', 'dropped']),
		go('read', ['refused']),
		go('read', ['dropped']),
		runNode(new ToyNode(), [{ to: '1' }], {
			credentials: { baseUrl: 'http://127.0.0.1:1' },
			parameters: run('read'),
		}),
	]);
	for (const { stored } of runs) {
		for (const secret of secretsOf(TEST_CREDENTIALS)) expect(stored).not.toContain(secret);
	}
});

describe('several at a time', () => {
	it('keeps the order of the input and no more under way than asked for', async () => {
		let current = 0;
		let most = 0;
		answer = (heard, response) => {
			most = Math.max(most, ++current);
			const { to } = JSON.parse(heard.body) as { to: string };
			setTimeout(
				() => {
					current--;
					accept(heard, response);
				},
				30 - Number(to),
			);
		};
		const recipients = Array.from({ length: 20 }, (_, i) => `${i}`);
		const results = await jsons('send', recipients, {}, { concurrency: 4 });
		expect(results.map(({ to }) => to)).toEqual(recipients);
		expect(most).toBe(4);
	});

	it('paces every item and learns how each one went', async () => {
		const calls: string[] = [];
		await jsons(
			'send',
			['1', 'refused'],
			{},
			{
				beforeEach: async (item) => void calls.push(`before ${item}`),
				afterEach: (item, fault) => void calls.push(`after ${item} ${fault?.action ?? 'fine'}`),
			},
		);
		expect(calls).toEqual(['before 0', 'after 0 fine', 'before 1', 'after 1 skipRecipient']);
	});

	it("throws the first item's fault, whichever came first", async () => {
		answer = (heard, response) => {
			setTimeout(() => accept(heard, response), heard.url.endsWith('refused') ? 50 : 0);
		};
		const { error } = await go('read', ['refused', 'dropped'], {}, { concurrency: 2 });
		expect(error).toMatchObject({ context: { itemIndex: 0 } });
	});
});

describe('when somebody stops the execution', () => {
	it('starts no further item and gives back what was done', async () => {
		const seen: unknown[] = [];
		answer = (heard, response) => {
			accept(heard, response);
			if (server.heard.length === 3) setTimeout(() => running.cancel(), 0);
		};
		const pause = async () => await new Promise<void>((resolve) => setTimeout(resolve, 20));
		const running: ReturnType<typeof go> = go(
			'send',
			['1', '2', '3', '4', '5', '6', '7', '8'],
			{},
			{
				beforeEach: pause,
				afterEach: (item) => void seen.push(item),
			},
		);
		await running.catch(() => undefined);
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(seen).toEqual([0, 1, 2]);
		expect(sentTo()).toEqual(['1', '2', '3']);
	});

	it('an item that was waiting for its turn has no result', async () => {
		let waits = 0;
		const beforeEach = async () => {
			if (++waits === 2) throw new Cancelled();
		};
		expect(await jsons('send', ['1', '2'], {}, { beforeEach })).toEqual([
			{ status: 'accepted', to: '1', id: 'wamid.1' },
		]);
	});
});
