import { z } from 'zod';
import { refuse } from './issues';

const PARTS = ['first_name', 'last_name', 'middle_name', 'prefix', 'suffix'] as const;
const optional = z.string().optional();

const name = z
	.object({
		formatted_name: z.string().min(1),
		first_name: optional,
		last_name: optional,
		middle_name: optional,
		prefix: optional,
		suffix: optional,
	})
	.strict()
	.superRefine((value, context) => {
		if (!PARTS.some((part) => value[part]))
			refuse(context, 131009, 'at least one name part is needed besides formatted_name');
	});

const card = z
	.object({
		name,
		birthday: z.string().optional(),
		phones: z
			.array(z.object({ phone: z.string(), type: optional, wa_id: optional }).strict())
			.optional(),
		emails: z.array(z.object({ email: z.string(), type: optional }).strict()).optional(),
		addresses: z
			.array(
				z
					.object({
						street: optional,
						city: optional,
						state: optional,
						zip: optional,
						country: optional,
						country_code: optional,
						type: optional,
					})
					.strict(),
			)
			.optional(),
		urls: z.array(z.object({ url: z.string(), type: optional }).strict()).optional(),
		org: z.object({ company: optional, department: optional, title: optional }).strict().optional(),
	})
	.passthrough();

/** Contact cards, up to the 257 of Meta's guide (its OpenAPI file says 5). */
export const contacts = z.array(card).min(1).max(257);
