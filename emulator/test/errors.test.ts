import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpus, hasCorpus } from '../../test/support/corpus';
import { PERSON, setTheStage, type Stage, text } from './support/stage';

let stage: Stage;
beforeAll(async () => {
	stage = await setTheStage();
});
afterAll(async () => await stage.close());

const own = () => stage.emulator.config;

it.each<
	[string, (stage: Stage) => Promise<{ status: number; body: { error?: object } }>, number, object]
>([
	[
		'a wrong token',
		async ({ graph }) => await graph('GET', '/me', undefined, 'wrong'),
		401,
		{ code: 190, type: 'OAuthException' },
	],
	['no token', async ({ graph }) => await graph('GET', '/me', undefined, ''), 401, { code: 104 }],
	[
		'an ID nobody has',
		async ({ graph }) => await graph('GET', '/123456'),
		400,
		{ code: 100, error_subcode: 33, type: 'GraphMethodException' },
	],
	[
		'a word that is no path',
		async ({ graph }) => await graph('GET', '/nonsense'),
		400,
		{ code: 2500 },
	],
	[
		'a path that is too long',
		async ({ graph }) => await graph('GET', '/1/2/3/4'),
		400,
		{ code: 2500 },
	],
	[
		'an edge that is not there',
		async ({ graph }) => await graph('GET', `/${own().phoneNumberId}/shoes`),
		400,
		{ code: 100 },
	],
	[
		'an edge that cannot be written',
		async ({ graph }) => await graph('POST', `/${own().phoneNumberId}/shoes`),
		400,
		{ code: 100, error_subcode: 33 },
	],
	[
		"somebody else's number",
		async ({ graph }) =>
			await graph('POST', '/42/messages', { messaging_product: 'whatsapp', ...text('x') }),
		400,
		{ code: 100, error_subcode: 33 },
	],
	[
		'no messaging_product',
		async ({ send }) => await send({ ...text('x'), messaging_product: undefined }),
		400,
		{ code: 100 },
	],
	[
		'another messaging_product',
		async ({ send }) => await send({ ...text('x'), messaging_product: 'signal' }),
		400,
		{ code: 100 },
	],
	[
		'nobody to send to',
		async ({ send }) => await send({ ...text('x'), to: undefined }),
		400,
		{ code: 100 },
	],
	['a number that is none', async ({ send }) => await send(text('x', 'Jo')), 400, { code: 131009 }],
	[
		'an unknown type',
		async ({ send }) => await send({ to: PERSON, type: 'poem' }),
		400,
		{ code: 100 },
	],
	[
		'a type without its object',
		async ({ send }) => await send({ to: PERSON, type: 'image' }),
		400,
		{ code: 131008 },
	],
	['too long a text', async ({ send }) => await send(text('x'.repeat(4097))), 400, { code: 100 }],
	[
		'too long a callback key',
		async ({ send }) => await send({ ...text('x'), biz_opaque_callback_data: 'x'.repeat(513) }),
		400,
		{ code: 100 },
	],
	[
		'media with both ID and link',
		async ({ send }) =>
			await send({ to: PERSON, type: 'image', image: { id: '1', link: 'https://a.example/b' } }),
		400,
		{ code: 131009 },
	],
	[
		'a link that is none',
		async ({ send }) => await send({ to: PERSON, type: 'image', image: { link: 'a.jpg' } }),
		400,
		{ code: 100 },
	],
	['nobody having written', async ({ send }) => await send(text('x')), 400, { code: 131047 }],
])('answers %s as Graph does', async (_name, call, http, error) => {
	const { status, body } = await call(stage);
	expect(body.error).toMatchObject({
		message: expect.any(String),
		fbtrace_id: expect.stringMatching(/^A/),
		...error,
	});
	expect(status).toBe(http);
});

it('refuses a body that is no JSON in the same envelope', async () => {
	const response = await fetch(`${stage.emulator.url}/v25.0/${own().phoneNumberId}/messages`, {
		method: 'POST',
		headers: { authorization: `Bearer ${own().accessToken}`, 'content-type': 'application/json' },
		body: '{"messaging_product":',
	});
	expect(response.status).toBe(400);
	expect(await response.json()).toMatchObject({ error: { code: 100, type: 'OAuthException' } });
});

const describeCorpus = hasCorpus ? describe : describe.skip;
describeCorpus('the error envelope (skipped without the shared collection)', () => {
	it("has no key that Meta's own errors do not have, and none missing that all of them have", async () => {
		interface Envelope {
			source: string;
			body: { error: Record<string, unknown> };
		}
		const theirs = corpus<Envelope>('errors').map(({ body }) => Object.keys(body.error));
		const known = new Set([...theirs.flat(), 'error_data']);
		const always = [...known].filter((key) => theirs.every((keys) => keys.includes(key)));
		expect(always.sort()).toEqual(['code', 'message', 'type']);
		const calls = [
			await stage.send(text('x')),
			await stage.graph('GET', '/123456'),
			await stage.graph('GET', '/me', undefined, 'wrong'),
			await stage.graph('POST', `/${own().businessAccountId}/message_templates`, {
				name: 'B',
				language: 'en',
				category: 'UTILITY',
				components: [{ type: 'BODY', text: 'x' }],
			}),
		];
		stage.emulator.control.fault({ kind: 'error', code: 131016 });
		calls.push(await stage.send(text('x')));
		for (const { body } of calls) {
			const keys = Object.keys(body.error ?? {});
			expect(keys.filter((key) => !known.has(key))).toEqual([]);
			expect(keys).toEqual(expect.arrayContaining([...always, 'fbtrace_id']));
		}
	});
});

it('has a source for every fixture', () => {
	const folder = join(__dirname, '..', 'fixtures');
	const sources = readFileSync(join(folder, 'SOURCES.md'), 'utf8');
	const fixtures = readdirSync(folder).filter((file) => file.endsWith('.json'));
	expect(fixtures.length).toBeGreaterThan(0);
	for (const file of fixtures)
		expect(sources).toMatch(new RegExp(`\`${file}\`.*\\d{4}-\\d{2}-\\d{2}`));
});

it('reads an announced but empty JSON body as no parameters, and an object that comes as text', async () => {
	const bare = await fetch(`${stage.emulator.url}/v25.0/me`, {
		method: 'POST',
		headers: { authorization: `Bearer ${own().accessToken}`, 'content-type': 'application/json' },
	});
	expect(await bare.json()).toMatchObject({ error: { code: 2500 } });
	stage.write(PERSON);
	const sent = await stage.send({ to: PERSON, type: 'text', text: '{"body":"Hello"}' });
	expect(sent.status).toBe(200);
});
