import { mediaContent } from '../../../../core/message/media';
import { captionField } from '../../captions';
import { groupOptions, recipientFields } from '../../fields';
import { fileFields, fileOf } from '../../file';
import { textField } from '../../form';
import { sending } from '../../send';

export const sendImage = sending({
	name: 'Send Image',
	action: 'Send image message',
	description: 'Send a JPEG or PNG of up to 5 MB, with a caption',
	fields: [...recipientFields, ...fileFields('image'), captionField, groupOptions()],
	content: async (form) => {
		const { media } = await fileOf(form, 'image');
		return mediaContent('image', media, { caption: textField(form, 'caption') });
	},
});
