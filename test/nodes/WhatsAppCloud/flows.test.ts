import type { IDataObject } from 'n8n-workflow';
import type { Emulator } from '../../../emulator/index';
import { WhatsAppCloud } from '../../../nodes/WhatsAppCloud/WhatsAppCloud.node';
import { loadOptionsContext } from '../../support/engine';
import { done, listed, manage, refusal } from './manage';
import { credentialsOf, emulate } from './support';

let emulator: Emulator;
beforeAll(async () => {
	emulator = await emulate();
});
afterAll(async () => await emulator.close());

const json = {
	version: '7.3',
	screens: [
		{
			id: 'FIRST',
			title: 'Hello',
			terminal: true,
			layout: { type: 'SingleColumnLayout', children: [] },
		},
	],
};

let count = 0;
async function draft(additionalFields: IDataObject = {}) {
	const fields = { name: `Flow ${count++}`, categories: ['SURVEY'], additionalFields };
	const [{ flow_id, name }] = await done(emulator, 'flow.create', fields);
	return { flow_id, name: name as string, flow: listed(flow_id as string) };
}

it('goes from a draft to a published and a retired flow', async () => {
	const { flow, flow_id } = await draft();
	const uploaded = await done(emulator, 'flow.uploadJson', { flow, flowJson: json });
	expect(uploaded).toEqual([{ flow_id, uploaded: true, validation_errors: [] }]);
	const additionalFields = { name: 'Renamed', endpointUri: 'https://n8n.example.com/flow' };
	expect(await done(emulator, 'flow.update', { flow, additionalFields })).toEqual([
		{ flow_id, updated: true },
	]);
	expect(await done(emulator, 'flow.publish', { flow })).toEqual([{ flow_id, published: true }]);
	expect(await done(emulator, 'flow.get', { flow })).toEqual([
		{
			flow_id,
			name: 'Renamed',
			status: 'PUBLISHED',
			categories: ['SURVEY'],
			json_version: '7.3',
			data_api_version: '',
			endpoint_uri: 'https://n8n.example.com/flow',
			validation_errors: [],
		},
	]);
	const { error } = await manage(emulator, 'flow.delete', { flow });
	expect(error?.description).toContain('Deprecate it instead');
	expect(await done(emulator, 'flow.deprecate', { flow })).toEqual([{ flow_id, deprecated: true }]);
});

it('creates one with its screens, published at once', async () => {
	const { flow } = await draft({ flowJson: JSON.stringify(json), publish: true });
	expect(await done(emulator, 'flow.get', { flow })).toMatchObject([{ status: 'PUBLISHED' }]);
	const [raw] = await done(emulator, 'flow.get', { flow, simplify: false });
	expect(raw).toMatchObject({ id: flow.value, status: 'PUBLISHED' });
	const [{ download_url }] = await done(emulator, 'flow.getJson', { flow });
	const headers = { Authorization: `Bearer ${emulator.config.accessToken}` };
	expect(await (await fetch(download_url as string, { headers })).json()).toEqual(json);
	const copy = await draft({ cloneFlowId: flow.value });
	expect(await done(emulator, 'flow.get', { flow: copy.flow })).toMatchObject([
		{ status: 'DRAFT', json_version: '7.3' },
	]);
});

it('tells what Meta finds in the screens, with the line', async () => {
	const { flow } = await draft();
	const flowJson = JSON.stringify(
		{ ...json, screens: [{ ...json.screens[0], colour: 1 }] },
		null,
		2,
	);
	const [{ validation_errors }] = await done(emulator, 'flow.uploadJson', { flow, flowJson });
	expect(validation_errors).toEqual([expect.stringMatching(/^Line \d+: .*colour/)]);
});

it('gives a preview link, and a new one when asked to', async () => {
	const { flow, flow_id } = await draft();
	const preview = async (newLink: boolean) =>
		(await done(emulator, 'flow.getPreview', { flow, newLink }))[0];
	const first = await preview(false);
	expect(first).toMatchObject({ flow_id, preview_url: expect.stringMatching(/^https:/) });
	expect(await preview(false)).toEqual(first);
	expect((await preview(true)).preview_url).not.toBe(first.preview_url);
});

it('lists flows, for people too, and deletes a draft', async () => {
	const { flow, flow_id, name } = await draft();
	const ids = async () =>
		(await done(emulator, 'flow.getMany', { returnAll: true })).map((one) => one.flow_id);
	expect(await ids()).toContain(flow_id);
	const node = new WhatsAppCloud();
	const editor = loadOptionsContext(node, { credentials: credentialsOf(emulator) });
	const { results } = await node.methods.listSearch.searchFlows.call(editor, `${name} `);
	expect(results).toContainEqual({ name: `${name} · draft`, value: flow_id });
	expect(await done(emulator, 'flow.delete', { flow })).toEqual([{ flow_id, deleted: true }]);
	expect(await ids()).not.toContain(flow_id);
});

it.each<[string, IDataObject, string]>([
	['create', { name: ' ', categories: ['OTHER'] }, 'Name is empty'],
	['create', { name: 'A', categories: [] }, 'has no category'],
	[
		'create',
		{ name: 'A', categories: ['OTHER'], additionalFields: { endpointUri: 'http://a.example.com' } },
		'must start with https://',
	],
	['uploadJson', { flow: listed('1'), flowJson: '={{ "[]" }}' }, 'not one valid JSON object'],
	['publish', { flow: listed('a?b') }, 'no ID of a Flow'],
])('%s asks Meta nothing when it holds %j', async (name, fields, words) => {
	expect(await refusal(emulator, `flow.${name}`, fields)).toContain(words);
});
