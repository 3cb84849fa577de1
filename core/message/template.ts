import type { Content } from './envelope';

/** A template message. Without components the key is left out, as Meta's own example for `hello_world` does. */
export function templateContent({
	name,
	language,
	policy,
	components = [],
}: {
	name: string;
	language: string;
	/** Only `deterministic` was ever documented; Meta no longer needs it. */
	policy?: string;
	components?: unknown[];
}): Content {
	return {
		type: 'template',
		template: {
			name,
			language: { code: language, ...(policy && { policy }) },
			...(components.length > 0 && { components }),
		},
	};
}
