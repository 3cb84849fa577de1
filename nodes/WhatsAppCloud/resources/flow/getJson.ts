import { list, record, text } from '../../../../core/webhook/read';
import { calling } from '../../manage/calling';
import { flowField, flowOf } from '../../manage/flow';

export const getJson = calling({
	name: 'Get JSON',
	action: 'Get flow JSON',
	description: 'Get the address from which the screens of a flow can be downloaded for a while',
	fields: [flowField],
	request: (form) => ({
		method: 'GET',
		path: `/${flowOf(form)}/assets`,
		qs: { fields: 'name,asset_type,download_url' },
	}),
	result: ({ data }, { services }) => {
		const assets = list(data).map(record);
		const json = assets.find(({ asset_type }) => asset_type === 'FLOW_JSON');
		return { flow_id: services.facts.flow_id, download_url: text(json?.download_url) };
	},
});
