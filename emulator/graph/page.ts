import type { Call } from './call';
import { messageFailure } from './error';

const DEFAULT_LIMIT = 25;

/** One page of a list with Graph's cursors. `next` and `previous` never carry the token, unlike Meta's. */
export function pageOf<T extends { id: string }>(
	items: T[],
	{ params, request, baseUrl }: Call,
): {
	page: T[];
	paging?: Record<string, unknown>;
} {
	const limit = Math.max(1, Math.min(1000, Number(params.limit) || DEFAULT_LIMIT));
	let start = 0;
	if (params.after !== undefined) start = find(items, params.after) + 1;
	let end = Math.min(items.length, start + limit);
	if (params.before !== undefined) {
		end = find(items, params.before);
		start = Math.max(0, end - limit);
	}
	const page = items.slice(start, end);
	if (page.length === 0) return { page };
	const before = toCursor(page[0].id);
	const after = toCursor(page[page.length - 1].id);
	const link = (cursor: Record<string, string>) => {
		const [path, query] = request.originalUrl.split('?');
		const search = new URLSearchParams(query);
		for (const name of ['after', 'before', 'access_token']) search.delete(name);
		for (const [name, value] of Object.entries(cursor)) search.set(name, value);
		return `${baseUrl}${path}?${search}`;
	};
	return {
		page,
		paging: {
			cursors: { before, after },
			...(end < items.length && { next: link({ after }) }),
			...(start > 0 && { previous: link({ before }) }),
		},
	};
}

const toCursor = (id: string) => Buffer.from(id).toString('base64url');

function find<T extends { id: string }>(items: T[], cursor: unknown): number {
	const id = Buffer.from(String(cursor), 'base64url').toString();
	const index = items.findIndex((item) => item.id === id);
	if (index < 0) throw messageFailure(131059);
	return index;
}
