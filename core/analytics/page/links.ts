import type { Query } from '../query';

/**
 * Makes addresses of the same page with another query. Undefined for a page that stands alone, in a mail for example: it
 * has no links.
 */
export type Links = (change: Record<string, string | undefined>) => string;

/** Links that keep what the page was asked for and change a part of it; undefined takes a part away. */
export const linksFrom =
	(query: Query): Links =>
	(change) => {
		const wanted = Object.entries({ ...query, ...change }).filter(
			(entry): entry is [string, string] => entry[1] !== undefined,
		);
		const text = wanted
			.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
			.join('&');
		return `?${text}`;
	};
