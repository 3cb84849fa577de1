import { DOT } from '../graph/dot';
import { webhookError } from '../graph/error';
import { keepMedia } from '../graph/media';
import type { World } from '../world';
import type { Received } from './receive';

/** The type of an incoming message and the object that belongs to it. */
export function inboundContent(
	world: World,
	phoneNumberId: string,
	event: Received,
): Record<string, unknown> {
	const { text = 'Hello', title = text, id = 'id', payload = title } = event;
	switch (event.type) {
		case 'button':
			return { type: 'button', button: { payload, text: event.text ?? title } };
		case 'button_reply':
			return interactive('button_reply', { id, title });
		case 'list_reply':
			return interactive('list_reply', {
				id,
				title,
				...(event.description && { description: event.description }),
			});
		case 'image':
		case 'video':
		case 'audio':
		case 'voice':
		case 'document':
		case 'sticker':
			return media(world, phoneNumberId, event);
		case 'contacts': {
			const name = { formatted_name: event.text ?? 'Jo Doe', first_name: event.text ?? 'Jo' };
			return {
				type: 'contacts',
				contacts: [{ name, phones: [{ phone: '+15550100', type: 'CELL' }] }],
			};
		}
		case 'order': {
			const order = {
				catalog_id: '1',
				...(event.text && { text: event.text }),
				product_items: CART,
			};
			return { type: 'order', order: { ...order, ...event.answer } };
		}
		case 'flow_reply':
			return interactive('nfm_reply', {
				name: 'flow',
				body: 'Sent',
				response_json: JSON.stringify({ flow_token: 'unused', ...event.answer }),
			});
		case 'unsupported':
			return { type: 'unsupported', errors: [unsupported] };
		case 'location': {
			const { latitude = 37.483307, longitude = -122.148981 } = event;
			return { type: 'location', location: { latitude, longitude, name: event.text ?? 'Here' } };
		}
		case 'reaction':
			return {
				type: 'reaction',
				reaction: {
					message_id: event.context_message_id ?? '',
					...(event.emoji !== '' && { emoji: event.emoji ?? '👍' }),
				},
			};
		default:
			return { type: 'text', text: { body: text } };
	}
}

const interactive = (type: string, reply: Record<string, unknown>) => ({
	type: 'interactive',
	interactive: { type, [type]: reply },
});

const CART = [{ product_retailer_id: 'a', quantity: 1, item_price: 5, currency: 'USD' }];

const { code, title, message, error_data } = webhookError(131051);
const unsupported = { code, title, message, error_data };

/** A file of each kind: a single dot, or a few bytes that nobody has to be able to play. */
const FILES: Record<string, { mime_type: string; content: Buffer }> = {
	image: { mime_type: 'image/png', content: DOT },
	sticker: { mime_type: 'image/webp', content: DOT },
	video: { mime_type: 'video/mp4', content: Buffer.from('a video') },
	audio: { mime_type: 'audio/mpeg', content: Buffer.from('a sound') },
	voice: { mime_type: 'audio/ogg; codecs=opus', content: Buffer.from('a voice') },
	document: { mime_type: 'application/pdf', content: Buffer.from('%PDF-1.4 a document') },
};

function media(world: World, phoneNumberId: string, event: Received): Record<string, unknown> {
	const kind = event.type;
	const { filename = 'document.pdf' } = event;
	const type = kind === 'voice' ? 'audio' : kind;
	const kept = keepMedia(world, phoneNumberId, FILES[kind]);
	return {
		type,
		[type]: {
			...(event.text && ['image', 'video', 'document'].includes(kind) && { caption: event.text }),
			...(kind === 'document' && { filename }),
			mime_type: kept.mime_type,
			sha256: Buffer.from(kept.sha256, 'hex').toString('base64'),
			id: kept.id,
			...(kind === 'sticker' && { animated: false }),
			...(type === 'audio' && { voice: kind === 'voice' }),
		},
	};
}
