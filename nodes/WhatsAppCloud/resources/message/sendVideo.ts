import { mediaContent } from '../../../../core/message/media';
import { captionField } from '../../captions';
import { groupOptions, recipientFields } from '../../fields';
import { fileFields, fileOf } from '../../file';
import { textField } from '../../form';
import { sending } from '../../send';

export const sendVideo = sending({
	name: 'Send Video',
	action: 'Send video message',
	description: 'Send an MP4 or 3GP video (H.264 and AAC) of up to 16 MB, with a caption',
	fields: [...recipientFields, ...fileFields('video'), captionField, groupOptions()],
	content: async (form) => {
		const { media } = await fileOf(form, 'video');
		return mediaContent('video', media, { caption: textField(form, 'caption') });
	},
});
