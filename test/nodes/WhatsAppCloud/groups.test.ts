import type { IDataObject } from 'n8n-workflow';
import type { Emulator } from '../../../emulator/index';
import { WhatsAppCloud } from '../../../nodes/WhatsAppCloud/WhatsAppCloud.node';
import { loadOptionsContext } from '../../support/engine';
import { done, listed, manage, refusal } from './manage';
import { credentialsOf, emulate, fileOf } from './support';

let emulator: Emulator;
beforeAll(async () => {
	emulator = await emulate();
});
afterAll(async () => await emulator.close());

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

let count = 0;
/** A new group, found as its ID comes: not in the answer, but in the list. */
async function made(joinApprovalMode = 'auto_approve') {
	const subject = `Order ${count++}`;
	const fields = { subject, description: 'Questions', joinApprovalMode };
	const [{ request_id }] = await done(emulator, 'group.create', fields);
	expect(request_id).toEqual(expect.any(String));
	const all = await done(emulator, 'group.getMany', { returnAll: true });
	const id = all.find((one) => one.subject === subject)?.group_id as string;
	return { id, subject, group: listed(id) };
}

it('creates, reads, changes and deletes a group', async () => {
	const { id, group, subject } = await made();
	expect(await done(emulator, 'group.get', { group })).toEqual([
		{
			group_id: id,
			subject,
			description: 'Questions',
			suspended: false,
			created_at: expect.any(Number),
			join_approval_mode: 'auto_approve',
			participant_count: 0,
			participants: [],
		},
	]);
	const additionalFields = { subject: 'Order shipped', picture: 'data' };
	const binary = [fileOf(JPEG, 'image/jpeg', 'a.jpg')];
	expect(await done(emulator, 'group.update', { group, additionalFields }, { binary })).toEqual([
		{ group_id: id, updated: true },
	]);
	const clear = { group, additionalFields: { description: '' } };
	await done(emulator, 'group.update', clear);
	expect(await done(emulator, 'group.get', { group })).toMatchObject([
		{ subject: 'Order shipped', description: '' },
	]);
	expect(await done(emulator, 'group.delete', { group })).toEqual([
		{ group_id: id, deleted: true },
	]);
	expect((await manage(emulator, 'group.get', { group })).error).toBeDefined();
});

it('gives, renews and revokes the invite link', async () => {
	const { id: group_id, group } = await made();
	const link = async () => (await done(emulator, 'group.getInviteLink', { group }))[0];
	const first = await link();
	expect(first).toEqual({
		group_id,
		invite_link: expect.stringMatching(/^https:\/\/chat\.whatsapp\.com\//),
	});
	const [second] = await done(emulator, 'group.resetInviteLink', { group });
	expect(second.invite_link).not.toBe(first.invite_link);
	expect(await link()).toEqual(second);
	expect(await done(emulator, 'group.revokeInviteLink', { group })).toEqual([
		{ group_id, revoked: true },
	]);
});

it('takes people out', async () => {
	const { id: group_id, group } = await made();
	for (const from of ['15550203001', '15550203002'])
		emulator.control.group({ group_id, act: 'join', from });
	const fields = { group, participants: '+1 (555) 020-3001' };
	expect(await done(emulator, 'group.removeParticipants', fields)).toEqual([
		{ group_id, participants: ['15550203001'], removed: true },
	]);
	expect(await done(emulator, 'group.get', { group })).toMatchObject([
		{ participant_count: 1, participants: ['15550203002'] },
	]);
});

describe('join requests', () => {
	it('are listed, approved and rejected', async () => {
		const { id: group_id, group } = await made('approval_required');
		for (const from of ['15550203003', '15550203004'])
			emulator.control.group({ group_id, act: 'join', from });
		const asking = await done(emulator, 'group.getJoinRequests', { group, returnAll: true });
		expect(asking.map(({ wa_id }) => wa_id)).toEqual(['15550203003', '15550203004']);
		const [yes, no] = asking.map(({ join_request_id }) => join_request_id as string);
		const approve = { group, joinRequests: `${yes}, unknown` };
		expect(await done(emulator, 'group.approveJoinRequests', approve)).toEqual([
			{ group_id, approved: [yes], failed_requests: [expect.stringContaining('unknown: ')] },
		]);
		const reject = { group, joinRequests: no };
		expect(await done(emulator, 'group.rejectJoinRequests', reject)).toEqual([
			{ group_id, rejected: [no], failed_requests: [] },
		]);
		expect(await done(emulator, 'group.get', { group })).toMatchObject([
			{ participants: ['15550203003'] },
		]);
	});

	it('of which none went through are told as what they are', async () => {
		const { group } = await made('approval_required');
		const fields = { group, joinRequests: 'unknown' };
		const { outputs } = await manage(emulator, 'group.approveJoinRequests', fields);
		expect(outputs[0][0].json).toMatchObject({ status: 'failed', code: '131213' });
	});
});

it('are offered by their subject', async () => {
	const { id, subject } = await made();
	const node = new WhatsAppCloud();
	const parameters = { phoneNumberId: listed('', 'list') };
	const editor = loadOptionsContext(node, { credentials: credentialsOf(emulator), parameters });
	const { results } = await node.methods.listSearch.searchGroups.call(editor, subject);
	expect(results).toContainEqual({ name: subject, value: id });
});

it.each<[string, IDataObject, string]>([
	['create', { subject: 'x'.repeat(129) }, 'WhatsApp allows 128'],
	['create', { subject: 'A', description: 'x'.repeat(2049) }, 'WhatsApp allows 2,048'],
	['removeParticipants', { participants: '={{ "," }}' }, '0 participants; WhatsApp allows 1 to 8'],
	['removeParticipants', { participants: 'Jane' }, 'Jane'],
	['approveJoinRequests', { joinRequests: '={{ "," }}' }, 'no Join Request ID'],
	['delete', { group: listed('../me') }, 'no ID of a Group'],
])('%s asks Meta nothing when it holds %j', async (name, fields, words) => {
	const group = listed('Y2FwaV9ncm91cDox');
	expect(await refusal(emulator, `group.${name}`, { group, ...fields })).toContain(words);
});
