import { generateKeyPairSync } from 'node:crypto';
import axios from 'axios';
import { resources } from '../../nodes/WhatsAppCloud/resources';
import { byId, chain, from, START, type Step } from './support/chain';
import { stack, type Stack } from './support/stack';

jest.setTimeout(240_000);

/** Sends, and what needs a trigger, have tests of their own. */
const ELSEWHERE = ['message', 'webhook'];

const PNG =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const { publicKey: KEY } = generateKeyPairSync('rsa', {
	modulusLength: 2048,
	publicKeyEncoding: { type: 'spki', format: 'pem' },
	privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

const words = { category: 'UTILITY', body: 'Hello from the shop.', additionalFields: {} };
const made = from('template.create', 'template_id');
const flow = byId(from('flow.create', 'flow_id'));
const flowJson = JSON.stringify({
	version: '7.3',
	screens: [
		{
			id: 'FIRST',
			title: 'Hello',
			terminal: true,
			layout: { type: 'SingleColumnLayout', children: [] },
		},
	],
});
const qrCode = byId(from('qrCode.create', 'code'));

/** What a builder needs a file for. */
const withFile: Step[] = [['media.upload', { binaryField: 'data' }]];

const picture: Step[] = [
	[
		'template.create',
		{ name: 'with_picture', language: 'en_US', ...words, header: 'IMAGE', binaryField: 'data' },
	],
];

/** Everything that needs nothing but the account. */
function steps({ number, group, asked }: { number: string; group: string; asked: string }): Step[] {
	const phoneNumberId = byId(number);
	const [approve, reject] = asked.split(',');
	return [
		['template.create', { name: 'from_n8n', language: 'en_US', ...words }],
		['template.edit', { template: byId(made), ...words, body: 'Hello again from the shop.' }],
		['template.get', { template: byId(made) }],
		['template.getMany', { limit: 3 }],
		['template.getAnalytics', { template: byId('hello_world|en_US', 'name') }],
		['template.delete', { template: byId(made) }],
		['template.unpause', { template: byId('weekly_deals|en_US', 'name') }],
		['phoneNumber.getMany', { limit: 2 }],
		['phoneNumber.get', { phoneNumberId }],
		[
			'phoneNumber.create',
			{ callingCode: '1', newNumber: '5550107002', displayName: 'Third Shop' },
		],
		['phoneNumber.update', { phoneNumberId, changes: { visible: false } }],
		['phoneNumber.setUsername', { phoneNumberId, username: 'shop.from.n8n' }],
		['phoneNumber.getUsername', { phoneNumberId }],
		['phoneNumber.removeUsername', { phoneNumberId }],
		['phoneNumber.setEncryptionKey', { phoneNumberId, publicKey: KEY }],
		['phoneNumber.getEncryptionKey', { phoneNumberId }],
		['phoneNumber.requestCode', { phoneNumberId, language: 'en_US' }],
		['phoneNumber.verifyCode', { phoneNumberId, code: '654321' }],
		['phoneNumber.register', { phoneNumberId, pin: '864209' }],
		['phoneNumber.setTwoStepPin', { phoneNumberId, pin: '975310' }],
		['phoneNumber.updateSettings', { phoneNumberId, feature: 'calling' }],
		['phoneNumber.getSettings', { phoneNumberId }],
		['businessProfile.update', { phoneNumberId, additionalFields: { about: 'From n8n' } }],
		['businessProfile.get', { phoneNumberId }],
		['commerceSetting.update', { phoneNumberId, additionalFields: { is_cart_enabled: true } }],
		['commerceSetting.get', { phoneNumberId }],
		[
			'conversationSetting.update',
			{ phoneNumberId, additionalFields: { iceBreakers: { entry: [{ question: 'Open?' }] } } },
		],
		['conversationSetting.get', { phoneNumberId }],
		['qrCode.create', { phoneNumberId, prefilledMessage: 'Hi from the poster' }],
		['qrCode.update', { phoneNumberId, qrCode, prefilledMessage: 'Hi' }],
		['qrCode.get', { phoneNumberId, qrCode }],
		['qrCode.getMany', { phoneNumberId }],
		['qrCode.delete', { phoneNumberId, qrCode }],
		['phoneNumber.deregister', { phoneNumberId }],
		['blockedUser.block', { user: '+1 555 020 7001' }],
		['blockedUser.getMany', {}],
		['blockedUser.unblock', { user: '+1 555 020 7001' }],
		['businessAccount.get', {}],
		['businessAccount.getHealth', { subject: 'number' }],
		['businessAccount.update', { additionalFields: { insights: true } }],
		['subscription.getMany', {}],
		['subscription.getCallback', {}],
		['subscription.subscribe', {}],
		['subscription.removeAddress', { address: 'https://gone.example.com/webhook' }],
		['flow.create', { name: 'From n8n', categories: ['OTHER'] }],
		['flow.uploadJson', { flow, flowJson }],
		['flow.update', { flow, additionalFields: { name: 'Renamed in n8n' } }],
		['flow.getPreview', { flow }],
		['flow.publish', { flow }],
		['flow.get', { flow }],
		['flow.getMany', {}],
		['flow.getJson', { flow }],
		['flow.deprecate', { flow }],
		['group.create', { subject: 'Made in n8n' }],
		['group.getMany', {}],
		['group.get', { group: byId(group) }],
		['group.update', { group: byId(group), additionalFields: { subject: 'Renamed' } }],
		['group.getInviteLink', { group: byId(group) }],
		['group.resetInviteLink', { group: byId(group) }],
		['group.getJoinRequests', { group: byId(group) }],
		['group.approveJoinRequests', { group: byId(group), joinRequests: approve }],
		['group.rejectJoinRequests', { group: byId(group), joinRequests: reject }],
		['group.removeParticipants', { group: byId(group), participants: '+1 555 020 7002' }],
		['group.revokeInviteLink', { group: byId(group) }],
		['group.delete', { group: byId(group) }],
		['metaAnalytics.getMessages', {}],
		['metaAnalytics.getPricing', {}],
		['metaAnalytics.getConversations', {}],
		['metaAnalytics.getTemplates', { templateIds: '900000000000001' }],
	];
}

/** Asks the emulator as any other client would. */
async function atMeta(
	{ state }: Stack,
	path: string,
	body: object,
): Promise<Record<string, string>> {
	const { accessToken, baseUrl } = state.account;
	const headers = { Authorization: `Bearer ${accessToken}` };
	return (await axios.post<Record<string, string>>(`${baseUrl}/v25.0/${path}`, body, { headers }))
		.data;
}

/** A number that is not in use yet, a group with two people at its door, and somebody who wrote. */
async function prepare(here: Stack) {
	const { businessAccountId, phoneNumberId } = here.state.account;
	const { id: number } = await atMeta(here, `${businessAccountId}/phone_numbers`, {
		cc: '1',
		phone_number: '5550107001',
		verified_name: 'Second Shop',
	});
	await atMeta(here, `${phoneNumberId}/groups`, {
		messaging_product: 'whatsapp',
		subject: 'At the door',
		join_approval_mode: 'approval_required',
	});
	const { accessToken, baseUrl } = here.state.account;
	const headers = { Authorization: `Bearer ${accessToken}` };
	const { data } = await axios.get<{ data: { groups: Array<{ id: string }> } }>(
		`${baseUrl}/v25.0/${phoneNumberId}/groups`,
		{ headers },
	);
	const [{ id: group }] = data.data.groups;
	const ask = async (who: string) =>
		(
			await here.control<{ join_request_id: string }>('POST', 'group', {
				group_id: group,
				act: 'join',
				from: who,
			})
		).join_request_id;
	const asked = `${await ask('15550207002')},${await ask('15550207003')}`;
	await here.control('POST', 'receive', { from: '15550207001', text: 'Hello' });
	return { number, group, asked };
}

async function runAll(here: Stack, name: string, list: Step[], base64?: string) {
	const credential = { id: here.state.setUp.credentialId, name: 'WhatsApp Cloud API' };
	const { id } = await here.api.createWorkflow(chain(name, credential, list, base64));
	const execution = await here.api.run(id, START, 180_000);
	expect([name, execution.status, execution.error]).toEqual([name, 'success', undefined]);
	for (const [step] of list) {
		const items = execution.items(step);
		const failed = items.filter(({ status }) => status === 'failed' || status === 'unknown');
		expect([step, items.length > 0, failed]).toEqual([step, true, []]);
	}
	return execution;
}

describe('everything there is to manage', () => {
	it('covers every operation', () => {
		const all = Object.entries(resources)
			.filter(([resource]) => !ELSEWHERE.includes(resource))
			.flatMap(([resource, { operations }]) =>
				Object.keys(operations).map((operation) => `${resource}.${operation}`),
			);
		const tested = [
			...steps({ number: '', group: '', asked: ',' }),
			...withFile,
			...drafts,
			...media,
		];
		expect([...new Set(tested.map(([step]) => step))].sort()).toEqual(all.sort());
	});

	it('runs in a real n8n, in one workflow after the other', async () => {
		const here = await stack();
		const execution = await runAll(here, 'Manage everything', steps(await prepare(here)));
		expect(execution.items('template.edit')[0]).toMatchObject({ edited: true });
		expect(execution.items('flow.get')[0]).toMatchObject({ status: 'PUBLISHED' });
		expect(execution.items('group.approveJoinRequests')[0].approved).toHaveLength(1);
		expect(execution.items('businessProfile.get')[0]).toMatchObject({ about: 'From n8n' });
	});

	it('takes files from n8n', async () => {
		const here = await stack();
		await runAll(here, 'A template with a picture', picture, PNG);
		const { items } = await runAll(here, 'Upload', withFile, PNG);
		const mediaId = String(items('media.upload')[0].id);
		await runAll(
			here,
			'Media',
			media.map(([step, fields]) => [step, { ...fields, mediaId }]),
		);
	});

	it('deletes the draft of a flow', async () => {
		await runAll(await stack(), 'A draft', drafts);
	});
});

/** A flow that is never published, and so can be deleted. */
const drafts: Step[] = [
	['flow.create', { name: 'Draft from n8n', categories: ['OTHER'] }],
	['flow.delete', { flow }],
];

const media: Step[] = [
	['media.get', {}],
	['media.download', {}],
	['media.delete', {}],
];
