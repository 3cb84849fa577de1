import { mediaContent } from '../../../../core/message/media';
import { groupOptions, recipientFields } from '../../fields';
import { fileFields, fileOf } from '../../file';
import { sending } from '../../send';

export const sendSticker = sending({
	name: 'Send Sticker',
	action: 'Send sticker message',
	description: 'Send a WebP picture of 512 × 512 pixels: up to 100 KB, or 500 KB when it moves',
	fields: [...recipientFields, ...fileFields('sticker'), groupOptions()],
	content: async (form) => mediaContent('sticker', (await fileOf(form, 'sticker')).media),
});
