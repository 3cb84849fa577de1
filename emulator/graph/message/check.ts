import { z } from 'zod';
import { parseList } from '../call';
import { GraphFailure, messageFailure } from '../error';
import { content } from './content';
import { toFailure } from './issues';

/** The parameters around the content. Top-level names Graph does not know are ignored, as Graph does. */
const envelope = z
	.object({
		recipient_type: z.enum(['individual', 'group']).optional(),
		to: z.string().min(1).optional(),
		recipient: z.string().min(1).optional(),
		context: z
			.object({ message_id: z.string().min(1) })
			.passthrough()
			.optional(),
		biz_opaque_callback_data: z.string().max(512).optional(),
		recipient_identity_key_hash: z.string().optional(),
		messaging_account_id: z.string().optional(),
		category: z.string().optional(),
		ttl_seconds: z.number().int().optional(),
	})
	.passthrough();

export interface CheckedMessage {
	type: string;
	content: Record<string, unknown>;
}

/**
 * Reads a send body as Meta does, without asking about anything that is stored. Throws Graph's refusal of the first
 * thing that is wrong; returns the type and its object.
 */
export function checkMessage(body: Record<string, unknown>): CheckedMessage {
	if (body.messaging_product === undefined)
		throw new GraphFailure(100, { message: '(#100) The parameter messaging_product is required.' });
	if (body.messaging_product !== 'whatsapp')
		throw new GraphFailure(100, {
			message: `(#100) Param messaging_product must be one of {WHATSAPP} - got "${String(body.messaging_product)}".`,
		});
	const outer = envelope.safeParse(body);
	if (!outer.success) throw toFailure(outer.error.issues);

	if (body.to === undefined && body.recipient === undefined)
		throw new GraphFailure(100, { message: '(#100) The parameter to is required.' });

	const type = String(body.type ?? 'text').toLowerCase();
	const schema = content[type];
	if (!schema)
		throw new GraphFailure(100, {
			message: `(#100) Param type must be one of {${Object.keys(content).join(', ').toUpperCase()}} - got "${String(body.type)}".`,
		});
	if (body[type] === undefined)
		throw messageFailure(131008, `Parameter '${type}' is mandatory for type '${type}'`);
	if (type === 'reaction' && body.context !== undefined)
		throw messageFailure(131009, 'context is not supported for reactions');
	if (type === 'pin' && body.recipient_type !== 'group')
		throw messageFailure(131009, 'pin is supported in groups only');
	// Graph reads an object that comes as JSON text too: clients older than its JSON bodies send it so.
	const given = parseList(body[type]) ?? body[type];
	const inner = z.object({ [type]: schema }).safeParse({ [type]: given });
	if (!inner.success) throw toFailure(inner.error.issues);
	return { type, content: given as Record<string, unknown> };
}
