import type { INodeProperties } from 'n8n-workflow';
import { mediaContent } from '../../../../core/message/media';
import { groupOptions, recipientFields } from '../../fields';
import { fileFields, fileOf } from '../../file';
import { sending } from '../../send';

const voiceField: INodeProperties = {
	displayName: 'Voice Message',
	name: 'voice',
	type: 'boolean',
	default: false,
	description:
		'Whether to show it as a voice message with its waveform. For that the file has to be Ogg with Opus sound in mono, up to 512 KB.',
};

export const sendAudio = sending({
	name: 'Send Audio',
	action: 'Send audio or voice message',
	description:
		'Send sound of up to 16 MB (AAC, AMR, MP3, M4A, Ogg with Opus), also as voice message',
	fields: [...recipientFields, ...fileFields('audio'), voiceField, groupOptions()],
	content: async (form) => {
		const { media } = await fileOf(form, 'audio');
		const isVoice = form.context.getNodeParameter('voice', form.item, false) === true;
		return mediaContent('audio', media, { voice: isVoice || undefined });
	},
});
