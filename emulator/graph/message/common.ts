import { z } from 'zod';
import { refuse } from './issues';

/** A text of at least one and at most `max` characters. */
export const text = (max: number) => z.string().min(1).max(max);

/** Graph reads its enums in any case. */
export const oneOf = <T extends [string, ...string[]]>(...values: T) =>
	z.preprocess(
		(value) => (typeof value === 'string' ? value.toLowerCase() : value),
		z.enum(values),
	);

export const httpUrl = z.string().superRefine((value, context) => {
	if (!/^https?:\/\/\S+$/i.test(value)) refuse(context, 100, `'${value}' is not a valid URI.`);
});

/**
 * A media object: an uploaded file or a link, never both and never none. Caption and file name are taken where the
 * type has no use for them too, as Meta does.
 */
export const mediaObject = z
	.object({
		id: z.string().min(1).optional(),
		link: httpUrl.optional(),
		caption: z.string().max(1024).optional(),
		filename: z.string().max(240).optional(),
		voice: z.boolean().optional(),
		provider: z.unknown().optional(),
	})
	.strict()
	.superRefine(({ id, link }, context) => {
		if (id === undefined && link === undefined)
			refuse(context, 131008, 'one of id and link is mandatory');
		if (id !== undefined && link !== undefined)
			refuse(context, 131009, 'use either id or link, not both');
	});

/** A coordinate as number or text, within its range. */
export const coordinate = (limit: number) =>
	z.union([z.string().min(1), z.number()]).superRefine((value, context) => {
		const number = Number(value);
		if (!(Math.abs(number) <= limit))
			refuse(context, 131009, `must be between -${limit} and ${limit}`);
	});

/** Meta's money: a whole number and what to divide it by. */
export const amount = z.object({ value: z.number().int(), offset: z.literal(100) }).passthrough();
