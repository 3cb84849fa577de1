import axios from 'axios';
import { setTheStage, type Stage } from './support/stage';

let stage: Stage;
beforeAll(async () => {
	stage = await setTheStage();
});
afterAll(async () => await stage.close());

const own = () => stage.emulator.config;
const begin = async (query: string) =>
	(await stage.graph('POST', `/${own().appId}/uploads?${query}`)).body as unknown as {
		id: string;
		error?: Record<string, unknown>;
	};

async function put(session: string, bytes: Buffer, offset: number, type = 'image/png') {
	const { data } = await axios.post<{ h?: string; file_offset?: number; error?: object }>(
		`${stage.emulator.url}/v25.0/${session}`,
		bytes,
		{
			headers: {
				authorization: `OAuth ${own().accessToken}`,
				file_offset: String(offset),
				'content-type': type,
			},
			validateStatus: () => true,
		},
	);
	return data;
}

const query = (length: number) => `file_name=a.png&file_length=${length}&file_type=image%2Fpng`;

it.each([
	['image/png'],
	['application/octet-stream'],
	['application/json'],
	['application/x-www-form-urlencoded'],
	['text/plain'],
])('takes the bytes whatever their content type: %s', async (type) => {
	const { id } = await begin(query(5));
	expect(id).toMatch(/^upload:[\w-]+\?sig=[\w-]+$/);
	expect(await put(id, Buffer.from('{"a=1'), 0, type)).toEqual({
		h: expect.stringMatching(/^4::aW1hZ2UvcG5n:/),
	});
});

it('takes a file in parts, says how far it is, and goes on from there', async () => {
	const { id } = await begin(query(6));
	expect(await put(id, Buffer.from('abc'), 0)).toEqual({ id, file_offset: 3 });
	const { data } = await axios.get(`${stage.emulator.url}/v25.0/${id}`, {
		headers: { authorization: `OAuth ${own().accessToken}` },
	});
	expect(data).toEqual({ id, file_offset: 3 });
	expect(await put(id, Buffer.from('abc'), 0)).toMatchObject({ error: { code: 100 } });
	expect(await put(id, Buffer.from('defg'), 3)).toMatchObject({ error: { code: 100 } });
	expect(await put(id, Buffer.from('def'), 3)).toEqual({ h: expect.any(String) });
});

it('works through /app and with the whole ID encoded', async () => {
	const { body } = await stage.graph('POST', `/app/uploads/?${query(1)}`);
	expect(await put(encodeURIComponent(String(body.id)), Buffer.from('a'), 0)).toHaveProperty('h');
});

it.each([
	['no length', 'file_type=image%2Fpng', 100],
	['no type', 'file_length=5', 100],
	['a type templates have no use for', 'file_length=5&file_type=image%2Fgif', 100],
])('refuses %s', async (_name, wrong, code) => {
	expect((await begin(wrong)).error).toMatchObject({ code });
});

it('knows no session nobody began, and no app but ours', async () => {
	expect(await put('upload:nobody', Buffer.from('a'), 0)).toMatchObject({ error: { code: 100 } });
	const { body } = await stage.graph('POST', `/42/uploads?${query(1)}`);
	expect(body.error).toMatchObject({ code: 100, error_subcode: 33 });
});

it('asks for a token', async () => {
	const { id } = await begin(query(1));
	const { status } = await axios.post(`${stage.emulator.url}/v25.0/${id}`, Buffer.from('a'), {
		validateStatus: () => true,
	});
	expect(status).toBe(401);
});
