import { createGraph, type GraphRequest, type Send } from '../../../core/graph/client';
import { NoAnswerError } from '../../../core/graph/error';
import { uploadHandle } from '../../../core/graph/resumableUpload';

const clock = { now: () => 0, sleep: async () => {} };
const file = { filename: 'a.png', mime: 'image/png', data: Buffer.from('0123456789') };

/** A Graph that takes bytes as they come; `cut` lines end after some of them. */
function meta({ cut = [] as number[], silentStart = 0 } = {}) {
	const asked: GraphRequest[] = [];
	let taken = Buffer.alloc(0);
	const send: Send = async (request) => {
		asked.push(request);
		const { method, path, bytes } = request;
		const answer = (body: unknown) => ({ status: 200, body, headers: {} });
		if (path.endsWith('/uploads')) {
			if (silentStart-- > 0) throw new NoAnswerError('cut', true);
			return answer({ id: 'upload:abc?sig=d' });
		}
		if (method === 'GET') return answer({ file_offset: taken.length });
		expect(bytes?.offset).toBe(taken.length);
		const until = cut.shift();
		taken = Buffer.concat([taken, (bytes?.data ?? taken).subarray(0, until)]);
		if (until !== undefined) throw new NoAnswerError('cut', true);
		return answer({ h: `4::${taken.toString()}` });
	};
	return { graph: createGraph(send, 'v25.0'), asked };
}

it('opens an upload, sends the bytes and gives the handle', async () => {
	const { graph, asked } = meta();
	expect(await uploadHandle(graph, '7', file, { clock })).toBe('4::0123456789');
	expect(asked).toEqual([
		{
			method: 'POST',
			path: '/v25.0/7/uploads',
			qs: { file_name: 'a.png', file_length: 10, file_type: 'image/png' },
		},
		{
			method: 'POST',
			path: '/v25.0/upload:abc?sig=d',
			bytes: { data: file.data, offset: 0 },
		},
	]);
});

it('takes a cut upload up where Meta stands', async () => {
	const { graph, asked } = meta({ cut: [4, 3] });
	expect(await uploadHandle(graph, '7', file, { clock })).toBe('4::0123456789');
	expect(asked.map(({ bytes }) => bytes?.data.toString()).filter(Boolean)).toEqual([
		'0123456789',
		'456789',
		'789',
	]);
});

it('opens it once more when nobody answered', async () => {
	const { graph } = meta({ silentStart: 1 });
	expect(await uploadHandle(graph, '7', file, { clock })).toBe('4::0123456789');
});

it('gives up after three tries, and says that nothing is left undecided', async () => {
	const { graph } = meta({ cut: [1, 1, 1] });
	const refused = uploadHandle(graph, '7', file, { clock });
	await expect(refused).rejects.toMatchObject({ name: 'NoAnswerError', mayHaveArrived: false });
});
