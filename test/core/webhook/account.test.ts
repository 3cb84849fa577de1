import fc from 'fast-check';
import { accountItems, around, inEntry, METADATA, RECEIVED_AT, split } from './support';

describe('an account event', () => {
	it.each<[string, string, object, object]>([
		[
			'a rejected template',
			'message_template_status_update',
			{
				event: 'REJECTED',
				message_template_id: 1689556908129835,
				message_template_name: 'cart',
				message_template_language: 'en-US',
				reason: 'INVALID_FORMAT',
			},
			{
				event: 'REJECTED',
				template: 'cart',
				language: 'en_US',
				reason: 'INVALID_FORMAT',
				summary: 'Template "cart" (en_US) was rejected: INVALID_FORMAT.',
			},
		],
		[
			'a paused template',
			'message_template_status_update',
			{
				event: 'PAUSED',
				message_template_name: 'promo',
				message_template_language: 'en_US',
				reason: 'NONE',
				other_info: { title: 'FIRST_PAUSE' },
			},
			{ event: 'PAUSED', reason: 'FIRST_PAUSE' },
		],
		[
			'worse quality',
			'message_template_quality_update',
			{ previous_quality_score: 'GREEN', new_quality_score: 'YELLOW', message_template_name: 'p' },
			{
				event: 'YELLOW',
				template: 'p',
				summary: 'Template "p": quality went from GREEN to YELLOW.',
			},
		],
		[
			'another category',
			'template_category_update',
			{ message_template_name: 'p', previous_category: 'UTILITY', new_category: 'MARKETING' },
			{ event: 'MARKETING', summary: 'Template "p": category went from UTILITY to MARKETING.' },
		],
		[
			'a restriction',
			'account_update',
			{
				event: 'ACCOUNT_RESTRICTION',
				restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING' }],
			},
			{
				event: 'ACCOUNT_RESTRICTION',
				reason: 'RESTRICTED_BIZ_INITIATED_MESSAGING',
				summary: expect.stringContaining('restricted'),
			},
		],
		[
			'a coming ban',
			'account_update',
			{
				event: 'DISABLED_UPDATE',
				ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE', waba_ban_date: 'January 1, 2027' },
			},
			{ reason: 'SCHEDULE_FOR_DISABLE January 1, 2027' },
		],
		[
			'an alert',
			'account_alerts',
			{ entity_type: 'WABA', alert_info: { alert_type: 'OBA_REJECTED', alert_description: 'No.' } },
			{ event: 'OBA_REJECTED', summary: 'No.' },
		],
		['a review', 'account_review_update', { decision: 'APPROVED' }, { event: 'APPROVED' }],
		[
			'a new limit',
			'phone_number_quality_update',
			{ display_phone_number: '1555', event: 'UPGRADE', current_limit: 'TIER_10K' },
			{ event: 'UPGRADE', reason: 'TIER_10K', display_phone_number: '1555' },
		],
		[
			'a flow that is blocked',
			'flows',
			{ event: 'FLOW_STATUS_CHANGE', message: 'Flow is blocked', flow_id: '1' },
			{ event: 'FLOW_STATUS_CHANGE', summary: 'Flow is blocked' },
		],
		[
			'a flow with counted client problems',
			'flows',
			{
				event: 'CLIENT_ERROR_RATE',
				flow_id: '1',
				errors: [{ error_type: 'X' }, { error_type: 'Y' }],
			},
			{ event: 'CLIENT_ERROR_RATE' },
		],
		[
			'a changed PIN',
			'security',
			{ display_phone_number: '1555', event: 'PIN_CHANGED' },
			{ event: 'PIN_CHANGED' },
		],
		[
			'a person who stops marketing',
			'user_preferences',
			around({
				user_preferences: [
					{ wa_id: '1650', user_id: 'US.1', value: 'stop', timestamp: 1731705721 },
				],
			}),
			{ event: 'stop', contact_key: 'US.1', timestamp: 1731705721 },
		],
		[
			'a person with a new user ID',
			'user_id_update',
			around({
				user_id_update: [{ wa_id: '1650', user_id: { previous: 'US.1', current: 'US.2' } }],
			}),
			{ event: 'user_id_update', contact_key: 'US.2', previous_contact_key: 'US.1' },
		],
		[
			'a call',
			'calls',
			around({
				calls: [{ id: 'wacid.1', event: 'connect', from: '1650', direction: 'USER_INITIATED' }],
			}),
			{ event: 'connect', contact_key: '1650', summary: '1650 is calling.' },
		],
		[
			'the state of a call',
			'calls',
			around({
				statuses: [{ id: 'wacid.1', type: 'call', status: 'RINGING', recipient_id: '1650' }],
			}),
			{ event: 'RINGING', contact_key: '1650' },
		],
		[
			'a new group',
			'group_lifecycle_update',
			around({ groups: [{ type: 'group_create', group_id: 'G', subject: 'Us' }] }),
			{ event: 'group_create', group_id: 'G' },
		],
		[
			'a conversation handed over',
			'messaging_handovers',
			{
				sender: { phone_number: '1650' },
				recipient: { phone_number_id: '3000' },
				type: 'control_passed',
				control_passed: { new_owner_role: 'ai_agent' },
				timestamp: '1790000000',
			},
			{ event: 'control_passed', contact_key: '1650', phone_number_id: '3000', reason: 'ai_agent' },
		],
		[
			'a contact of the app',
			'smb_app_state_sync',
			around({
				state_sync: [{ action: 'add', contact: { full_name: 'A', phone_number: '1650' } }],
			}),
			{ event: 'add', contact_key: '1650' },
		],
		[
			'a purchase Meta noticed',
			'automatic_events',
			around({ automatic_events: [{ event_name: 'Purchase', timestamp: 1790000000 }] }),
			{ event: 'Purchase' },
		],
		[
			'trouble Meta reports beside messages',
			'messages',
			around({ errors: [{ code: 130429, title: 'Rate limit hit' }] }),
			{ event: 'errors', error_code: '130429', reason: expect.any(String) },
		],
		[
			'an opened marketing link',
			'messages',
			around({
				contacts: [{ wa_id: '1650' }],
				user_actions: [{ action_type: 'marketing_messages_link_click', timestamp: '1790000000' }],
			}),
			{ event: 'marketing_messages_link_click', contact_key: '1650' },
		],
	])('that is %s becomes one readable item', (_name, field, value, expected) => {
		const items = accountItems(field, value, 1_790_000_050);
		expect(items).toHaveLength(1);
		expect(items[0]).toMatchObject({ kind: 'account', field, ...expected });
		expect(items[0].summary).toMatch(/\S/);
		expect(items[0].summary).not.toMatch(/undefined|null|\[object/);
		expect(items[0]).not.toHaveProperty('unrecognised');
	});

	it.each<[string, string, unknown]>([
		['a field of tomorrow', 'message_teleported', { where: 'there' }],
		['a value that is no object', 'messages', 'hello'],
		['messages that are no list', 'messages', { messages: {} }],
		['nothing in it', 'messages', {}],
		['no people in it', 'user_preferences', around({ user_preferences: 'x' })],
	])('with %s is passed on and marked', (_name, field, value) => {
		const events = split(inEntry(field, value));
		expect(events).toHaveLength(1);
		expect(events[0]).toMatchObject({ output: 'account', item: { field, unrecognised: true } });
	});

	it.each<[string, object]>([
		['a list of tomorrow', { polls: [{ id: 'poll.1' }] }],
		['messages that are no list', { messages: { id: 'wamid.X' } }],
	])('beside a status, %s is passed on and marked', (_name, beside) => {
		const statuses = [{ id: 'wamid.1', status: 'sent', timestamp: '1790000000' }];
		const events = split(inEntry('messages', around({ statuses, ...beside })), true);
		expect(events).toMatchObject([
			{ output: 'status' },
			{ output: 'account', item: { unrecognised: true, raw: beside } },
		]);
	});

	it('is nothing more when what Meta always sends stands beside a status', () => {
		const statuses = [{ id: 'wamid.1', status: 'sent', timestamp: '1790000000' }];
		const beside = { contacts: [{ wa_id: '1' }], messages: [], errors: null, polls: [] };
		expect(split(inEntry('messages', around({ statuses, ...beside })))).toHaveLength(1);
	});

	it('is nothing when Meta sends empty lists', () => {
		expect(split(inEntry('messages', around({ statuses: [] })))).toEqual([]);
	});

	it('has the same ID when Meta sends it again, and another at another time', () => {
		const value = { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SPAM' } };
		const id = (time?: number) => accountItems('account_update', value, time)[0].event_id;
		expect(id(1_790_000_000)).toBe(id(1_790_000_000));
		expect(id(1_790_000_000)).not.toBe(id(1_790_000_001));
	});

	it('takes the time of the entry, else of its arrival', () => {
		expect(accountItems('account_review_update', {}, 1_790_000_000)[0].timestamp).toBe(
			1_790_000_000,
		);
		expect(accountItems('account_review_update', {})[0].timestamp).toBe(RECEIVED_AT);
	});
});

describe('any shape in any known place', () => {
	const FIELDS = [
		...['messages', 'smb_message_echoes', 'history', 'standby', 'calls', 'flows', 'security'],
		...['account_update', 'account_alerts', 'message_template_status_update', 'user_preferences'],
		...['user_id_update', 'group_lifecycle_update', 'smb_app_state_sync', 'messaging_handovers'],
	];
	const KEYS = [
		...['messages', 'statuses', 'message_echoes', 'errors', 'user_actions', 'contacts', 'metadata'],
		...['history', 'threads', 'standby', 'calls', 'groups', 'user_preferences', 'user_id_update'],
		...[
			'type',
			'text',
			'interactive',
			'context',
			'system',
			'edit',
			'message',
			'profile',
			'pricing',
		],
		...[
			'error_data',
			'code',
			'timestamp',
			'from',
			'id',
			'event',
			'state_sync',
			'contact',
			'__proto__',
		],
	];
	const { value: anything } = fc.letrec((tie) => ({
		value: fc.oneof(
			{ maxDepth: 6 },
			fc.constantFrom(null, true, '', 'text', 'edit', 'interactive', 'nfm_reply', -1, 1790000000),
			fc.array(tie('value'), { maxLength: 3 }),
			fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 6 }),
		),
	}));

	it('gives items of a stable shape and never throws', () => {
		fc.assert(
			fc.property(fc.constantFrom(...FIELDS), anything, fc.boolean(), (field, value, raw) => {
				for (const { output, item } of split(inEntry(field, value), raw)) {
					expect(output).toBe(item.kind);
					expect(item.event_id).toMatch(/^[0-9a-f]{32}$/);
					expect(Number.isInteger(item.timestamp)).toBe(true);
					expect(typeof item.contact_key).toBe('string');
				}
			}),
			{ numRuns: 3_000 },
		);
	});

	it('carries the metadata of the change', () => {
		const [{ item }] = split(
			inEntry('calls', { metadata: METADATA, calls: [{ event: 'connect' }] }),
		);
		expect(item).toMatchObject({ phone_number_id: '3000', display_phone_number: '15550009999' });
	});
});
