import { record, text } from '../../../../core/webhook/read';
import { calling } from '../../manage/calling';
import { flowField, flowOf } from '../../manage/flow';

export const getPreview = calling({
	name: 'Get Preview',
	action: 'Get flow preview',
	description:
		'Get a link under which anybody can try a flow in a browser, for 30 days and without a login',
	fields: [
		flowField,
		{
			displayName: 'New Link',
			name: 'newLink',
			type: 'boolean',
			default: false,
			description: 'Whether to make a new link; the one there was stops working',
		},
	],
	request: (form) => {
		const isNew = form.context.getNodeParameter('newLink', form.item, false) === true;
		const qs = { fields: `preview.invalidate(${isNew})` };
		return { method: 'GET', path: `/${flowOf(form)}`, qs };
	},
	result: (answer, { services }) => {
		const { preview_url, expires_at } = record(answer.preview);
		return {
			flow_id: services.facts.flow_id,
			preview_url: text(preview_url),
			expires_at: text(expires_at),
		};
	},
});
