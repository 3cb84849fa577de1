import type { Graph, GraphRequest } from './client';

interface Page<T> {
	/** A list, or for groups a list under a name of its own. */
	data?: T[] | Record<string, T[]>;
	paging?: { cursors?: { after?: string }; next?: string };
}

const entriesOf = <T>({ data = [] }: Page<T>): T[] =>
	Array.isArray(data) ? data : Object.values(data).flat();

/**
 * Reads a list to its end, or up to `max` entries. Follows the cursor and never the `next` link, because that link
 * carries the access token.
 */
export async function allPages<T>(
	graph: Graph,
	request: GraphRequest,
	max = Infinity,
): Promise<T[]> {
	const found: T[] = [];
	const seen = new Set<string>();
	let after: string | undefined;
	do {
		const page: Page<T> = await graph<Page<T>>({
			...request,
			qs: { limit: Math.min(100, max), ...request.qs, ...(after && { after }) },
		});
		found.push(...entriesOf(page));
		// `next` is absent on the last page while the cursor is not; without it an empty page would follow.
		after = page.paging?.next ? page.paging.cursors?.after : undefined;
		if (after !== undefined && seen.has(after)) break;
		if (after) seen.add(after);
	} while (after && found.length < max);
	return found.slice(0, max);
}
