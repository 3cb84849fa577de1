import { z } from 'zod';
import { InputError } from '../../core/input';

const schema = z.object({
	ids: z.array(z.string()),
	keys: z.array(z.string()),
	people: z.array(z.string()),
	names: z.record(z.array(z.string())).default({}),
});

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** Messages and people as one step of the Retention workflow tells the next one. Throws InputError with `complaint`. */
export function namedIn(text: unknown, complaint: string): z.infer<typeof schema> {
	const found = schema.safeParse(parsed(String(text)));
	if (!found.success) throw new InputError(complaint);
	return found.data;
}
