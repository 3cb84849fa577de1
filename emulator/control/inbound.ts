import { DOT } from '../graph/dot';
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
			return { type: 'image', image: image(world, phoneNumberId, event.text) };
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

function image(world: World, phoneNumberId: string, caption: string | undefined) {
	const media = keepMedia(world, phoneNumberId, { mime_type: 'image/png', content: DOT });
	return {
		...(caption && { caption }),
		mime_type: media.mime_type,
		sha256: Buffer.from(media.sha256, 'hex').toString('base64'),
		id: media.id,
	};
}
