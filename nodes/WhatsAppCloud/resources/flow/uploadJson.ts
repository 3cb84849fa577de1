import { flowFaults } from '../../../../core/management/flow';
import { calling } from '../../manage/calling';
import { flowField, flowJsonOf, flowOf } from '../../manage/flow';

export const uploadJson = calling({
	name: 'Upload JSON',
	action: 'Upload flow JSON',
	description: 'Replace the screens of a draft, and read what Meta finds wrong with them',
	fields: [
		flowField,
		{
			displayName: 'Flow JSON',
			name: 'flowJson',
			type: 'json',
			typeOptions: { rows: 12 },
			default: '{}',
			required: true,
			description: 'The screens, as the Flow Builder exports them',
		},
	],
	request: (form) => {
		const { context, item } = form;
		const data = Buffer.from(flowJsonOf(context.getNodeParameter('flowJson', item, '')));
		return {
			method: 'POST',
			path: `/${flowOf(form)}/assets`,
			formData: {
				name: 'flow.json',
				asset_type: 'FLOW_JSON',
				file: { data, filename: 'flow.json', contentType: 'application/json' },
			},
		};
	},
	result: ({ validation_errors }, { services }) => ({
		...services.facts,
		uploaded: true,
		validation_errors: flowFaults(validation_errors),
	}),
});
