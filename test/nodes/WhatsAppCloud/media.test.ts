import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { Emulator } from '../../../emulator/index';
import { secretsOf, TEST_CREDENTIALS } from '../../support/engine';
import { json, listen } from '../../support/httpServer';
import { credentialsOf, emulate, fileOf, run } from './support';

let emulator: Emulator;
beforeAll(async () => {
	emulator = await emulate();
});
afterAll(async () => await emulator.close());

const PDF = '%PDF-1.7 hello';
const sha256 = createHash('sha256').update(PDF).digest('hex');

const media = (operation: string, parameters: IDataObject = {}): IDataObject => ({
	resource: 'media',
	operation,
	phoneNumberId: { __rl: true, mode: 'list', value: '' },
	mediaId: '={{ $json.id }}',
	binaryField: 'data',
	...parameters,
});

async function upload(): Promise<IDataObject> {
	const binary = [fileOf(PDF, 'application/pdf', 'a.pdf')];
	const { outputs, error } = await run(emulator, [{}], media('upload'), { binary });
	expect(error).toBeUndefined();
	return outputs[0][0].json;
}

it('uploads a file and says what it became', async () => {
	expect(await upload()).toEqual({
		id: expect.stringMatching(/^\d+$/),
		mime_type: 'application/pdf',
		file_name: 'a.pdf',
		file_size: PDF.length,
		sha256,
		phone_number_id: emulator.config.phoneNumberId,
	});
});

it('gets type, size and address of a file', async () => {
	const { id } = await upload();
	const { outputs } = await run(emulator, [{ id }], media('get'));
	expect(outputs[0][0].json).toEqual({
		id,
		mime_type: 'application/pdf',
		file_size: PDF.length,
		sha256,
		url: expect.stringMatching(/^http/),
	});
});

it('downloads a file whole, into the field that was asked for, and no secret with it', async () => {
	const { id } = await upload();
	const parameters = media('download', { outputField: 'invoice', fileName: '' });
	const { outputs, stored } = await run(emulator, [{ id }], parameters);
	const [{ json: result, binary, pairedItem }] = outputs[0];
	expect(result).toMatchObject({ id, file_name: `${id as string}.pdf`, file_size: PDF.length });
	expect(pairedItem).toEqual({ item: 0 });
	expect(binary?.invoice).toMatchObject({
		mimeType: 'application/pdf',
		fileName: `${id as string}.pdf`,
		data: Buffer.from(PDF).toString('base64'),
	});
	for (const secret of secretsOf({ ...TEST_CREDENTIALS, ...credentialsOf(emulator) }))
		expect(stored).not.toContain(secret);
});

it('deletes a file', async () => {
	const { id } = await upload();
	const { outputs } = await run(emulator, [{ id }], media('delete'));
	expect(outputs[0][0].json).toEqual({ id, deleted: true });
	const gone = await run(emulator, [{ id }], media('get'));
	expect(gone.error).toBeDefined();
});

it.each(['', '../me', '1?fields=x'])('refuses the media ID %j', async (id) => {
	const before = emulator.control.requests().length;
	const { error } = await run(emulator, [{ id }], media('get'));
	expect(error?.message).toContain('The Media ID');
	expect(emulator.control.requests()).toHaveLength(before);
});

describe('a download', () => {
	/** A Graph that gives any address and any bytes. */
	async function from(info: (base: string) => object, bytes = PDF) {
		const server = await listen(({ url }, response) => {
			if (url.startsWith('/file')) response.end(bytes);
			else if (url.startsWith('/gone')) json(response, 404, {});
			else json(response, 200, info(server.url));
		});
		const options = { credentials: { ...credentialsOf(emulator), baseUrl: server.url } };
		const result = await run(emulator, [{ id: '1' }], media('download'), options);
		await server.close();
		return { result, heard: server.heard };
	}

	it('takes a checksum in Base64 as well', async () => {
		const base64 = Buffer.from(sha256, 'hex').toString('base64');
		const { result } = await from((base) => ({ url: `${base}/file`, sha256: base64 }));
		expect(result.outputs[0][0].json).toMatchObject({
			file_size: PDF.length,
			mime_type: 'application/pdf',
		});
	});

	it('is repeated when bytes are missing, and then says so', async () => {
		const { result, heard } = await from((base) => ({ url: `${base}/file`, sha256 }), '%PDF-');
		expect(result.error?.message).toContain('arrived damaged');
		expect(heard.filter(({ url }) => url === '/file')).toHaveLength(3);
	}, 15_000);

	it('never brings the access token to another host', async () => {
		const thief = await listen((_heard, response) => response.end(PDF));
		const { result } = await from(() => ({ url: thief.url.replace('127.0.0.1', 'localhost') }));
		await thief.close();
		expect(result.error?.message).toContain("not Meta's media server");
		expect(thief.heard).toEqual([]);
	});

	it('says what Meta said when the file is gone', async () => {
		const { result } = await from((base) => ({ url: `${base}/gone` }));
		expect(result.error).toBeDefined();
		expect(result.outputs).toEqual([]);
	});
});
