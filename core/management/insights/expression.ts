/**
 * A field of the business account that takes arguments: `analytics.start(1).end(2).granularity(DAY)`. Lists become JSON;
 * empty ones are left out, which means all.
 */
export function fieldWith(name: string, given: Record<string, string | number | string[]>): string {
	const parts = Object.entries(given)
		.filter(([, value]) => !Array.isArray(value) || value.length > 0)
		.map(([key, value]) => `.${key}(${Array.isArray(value) ? JSON.stringify(value) : value})`);
	return [name, ...parts].join('');
}
