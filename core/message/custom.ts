import { InputError } from '../input';
import type { Content } from './envelope';

/** What the envelope says itself: whoever pastes a whole body from Meta's pages means the rest of it. */
const ENVELOPE = new Set([
	'messaging_product',
	'recipient_type',
	'to',
	'recipient',
	'biz_opaque_callback_data',
]);

function parsed(input: unknown): unknown {
	if (typeof input !== 'string') return input;
	try {
		return JSON.parse(input) as unknown;
	} catch {
		return undefined;
	}
}

/** Any message in Meta's own words. Throws InputError unless it names a `type` and carries the object of that type. */
export function customContent(input: unknown): Content {
	const body = parsed(input);
	if (typeof body !== 'object' || body === null || Array.isArray(body)) {
		throw new InputError(
			'The body is not one valid JSON object, such as {"type": "text", …}. Check quotes, commas and brackets, or build it with an expression.',
		);
	}
	const kept = Object.entries(body).filter(([name]) => !ENVELOPE.has(name));
	const { type = 'text', ...rest } = Object.fromEntries(kept) as Record<string, unknown>;
	if (typeof type !== 'string' || !(type in rest)) {
		throw new InputError(
			`The body needs a type and, under the name of that type, its content, such as {"type": "text", "text": {"body": "Hello"}}. The type here is "${String(type)}".`,
		);
	}
	return { ...rest, type };
}
