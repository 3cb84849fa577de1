import type { Graph, GraphRequest } from '../../../core/graph/client';
import { allPages } from '../../../core/graph/pages';

interface Item {
	id: number;
}

/** A list of `total` entries behind Graph's cursors. */
function listOf(total: number) {
	const asked: GraphRequest[] = [];
	const graph = (async (request: GraphRequest) => {
		asked.push(request);
		const limit = Number(request.qs?.limit);
		const from = Number(request.qs?.after ?? 0);
		const data = Array.from({ length: Math.min(limit, total - from) }, (_, i) => ({
			id: from + i,
		}));
		const end = from + data.length;
		const next = end < total ? 'https://graph.facebook.com/next?access_token=secret' : undefined;
		return { data, paging: { cursors: { before: `${from}`, after: `${end}` }, next } };
	}) as Graph;
	return { graph, asked };
}

const request: GraphRequest = {
	method: 'GET',
	path: '/1/message_templates',
	qs: { fields: 'id', limit: 25 },
};

it.each([
	[0, Infinity, 0, 1],
	[1, Infinity, 1, 1],
	[25, Infinity, 25, 1],
	[26, Infinity, 26, 2],
	[130, Infinity, 130, 6],
	[130, 30, 30, 2],
	[130, 25, 25, 1],
	[130, 1, 1, 1],
])('of %i entries and a limit of %p it gives %i in %i calls', async (total, max, found, calls) => {
	const { graph, asked } = listOf(total);
	const items = await allPages<Item>(graph, request, max);
	expect(items.map(({ id }) => id)).toEqual(Array.from({ length: found }, (_, i) => i));
	expect(asked).toHaveLength(calls);
	expect(asked.every(({ path, qs }) => path === request.path && qs?.fields === 'id')).toBe(true);
});

it('asks for a hundred at a time unless told', async () => {
	const { graph, asked } = listOf(150);
	await allPages(graph, { method: 'GET', path: '/1/flows' });
	expect(asked.map(({ qs }) => qs)).toEqual([{ limit: 100 }, { limit: 100, after: '100' }]);
});

it('ends when a cursor comes twice', async () => {
	const graph = (async () => ({
		data: [{ id: 1 }],
		paging: { next: 'x', cursors: { after: 'A' } },
	})) as Graph;
	expect(await allPages<Item>(graph, request)).toHaveLength(2);
});

it('takes an answer without data as an empty list', async () => {
	expect(await allPages((async () => ({})) as Graph, request)).toEqual([]);
});
