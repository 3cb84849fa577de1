import { z } from 'zod';
import { coordinate, mediaObject, oneOf, text } from './common';
import { contacts } from './contacts';
import { interactive } from './interactive';
import { templateObject } from './template';

const location = z
	.object({
		latitude: coordinate(90),
		longitude: coordinate(180),
		name: z.string().optional(),
		address: z.string().optional(),
	})
	.strict();

/** An empty emoji takes the reaction back. */
const reaction = z.object({ message_id: z.string().min(1), emoji: z.string().optional() }).strict();

const pin = z
	.object({
		type: oneOf('pin', 'unpin'),
		message_id: z.string().min(1),
		expiration_days: z.number().int().min(1).max(30).optional(),
	})
	.strict();

/** The object beside `type`, by type. */
export const content: Record<string, z.ZodTypeAny> = {
	text: z.object({ body: text(4096), preview_url: z.boolean().optional() }).strict(),
	image: mediaObject,
	video: mediaObject,
	audio: mediaObject,
	document: mediaObject,
	sticker: mediaObject,
	location,
	contacts,
	reaction,
	pin,
	interactive,
	template: templateObject,
};

export const MEDIA_TYPES = ['image', 'video', 'audio', 'document', 'sticker'];
