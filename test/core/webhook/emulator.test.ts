import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmulator, type Emulator } from '../../../emulator';
import { receiveSchema } from '../../../emulator/control/receive';
import { toEvents, type WebhookEvent } from '../../../core/webhook/events';
import { openWebhook } from '../../../core/webhook/open';
import { listen, type HttpServer } from '../../support/httpServer';

/** Meta's webhook fields; those the emulator knows must all have been sent when this is over. */
const FIELDS = [
	...['messages', 'user_preferences', 'calls', 'message_echoes', 'smb_message_echoes', 'history'],
	...['smb_app_state_sync', 'standby', 'flows', 'user_id_update', 'automatic_events'],
	...['group_lifecycle_update', 'group_participants_update', 'group_settings_update'],
	...['group_status_update', 'message_template_status_update', 'message_template_quality_update'],
	...['message_template_components_update', 'template_category_update', 'account_update'],
	...['account_alerts', 'account_review_update', 'business_capability_update', 'security'],
	...['phone_number_name_update', 'phone_number_quality_update', 'business_username_updates'],
];

let emulator: Emulator;
let callback: HttpServer;

beforeAll(async () => {
	callback = await listen((heard, response) => {
		const challenge = new URL(heard.url, 'http://x').searchParams.get('hub.challenge');
		response.end(heard.method === 'GET' ? challenge : '');
	});
	emulator = await startEmulator({
		delays_ms: { sent: [1, 2], delivered: [1, 2], read: [1, 2], held: [1, 2] },
		pair_limit: false,
		template_review: 'APPROVED',
	});
	const { appId, businessAccountId } = emulator.config;
	const fields = FIELDS.join(',');
	const address = { callback_url: callback.url, verify_token: 'not-a-real-verify-token' };
	const object = 'whatsapp_business_account';
	await graph('POST', `/${appId}/subscriptions`, { object, fields, ...address }, true);
	await graph('POST', `/${businessAccountId}/subscribed_apps`);
}, 30_000);

afterAll(async () => {
	await emulator.close();
	await callback.close();
});

async function graph(method: string, path: string, body?: object, asApp = false) {
	const { accessToken, appId, appSecret } = emulator.config;
	const response = await fetch(`${emulator.url}/v25.0${path}`, {
		method,
		headers: {
			authorization: `Bearer ${asApp ? `${appId}|${appSecret}` : accessToken}`,
			...(body ? { 'content-type': 'application/json' } : {}),
		},
		body: body && JSON.stringify(body),
	});
	const answer = (await response.json()) as Record<string, unknown>;
	expect(answer.error).toBeUndefined();
	return answer;
}

interface Seen {
	body: string;
	events: WebhookEvent[];
}

const seen: Seen[] = [];

/** Opens all that has arrived since the last time, exactly as the trigger does. */
async function arrived(): Promise<Seen[]> {
	await emulator.control.idle({ timeout_ms: 10_000 });
	const calls = callback.heard.splice(0).filter(({ method }) => method === 'POST');
	const opened = calls.map(({ body, headers }) => {
		const raw = Buffer.from(body, 'latin1');
		const signature = String(headers['x-hub-signature-256']);
		const found = openWebhook(emulator.config.appSecret, raw, signature);
		if (!found.ok) throw new Error(found.reason);
		return { body, events: toEvents(found.webhook, 1_800_000_000, { raw: true }) };
	});
	seen.push(...opened);
	return opened;
}

/** Lists whose elements are one event each; a change without any of them is one event. */
const LISTS = ['messages', 'statuses', 'user_preferences', 'groups', 'message_echoes', 'calls'];

/** Counts the events of a body and finds their IDs by reading the JSON alone. */
function walk(body: string): { count: number; ids: string[] } {
	const { entry } = JSON.parse(body) as {
		entry: Array<{ changes: Array<{ value: Record<string, unknown> }> }>;
	};
	let count = 0;
	const ids: string[] = [];
	for (const { value } of entry.flatMap(({ changes }) => changes)) {
		const lists = LISTS.map((name) => value[name]).filter(Array.isArray);
		const elements = lists.flat() as Array<{ id?: string }>;
		count += lists.length ? elements.length : 1;
		ids.push(...elements.flatMap(({ id }) => (id ? [id] : [])));
	}
	return { count, ids };
}

function expectNothingDropped(bodies: Seen[]): void {
	expect(bodies).not.toEqual([]);
	for (const { body, events } of bodies) {
		const { count, ids } = walk(body);
		expect(events).toHaveLength(count);
		const named = events.map(({ item }) => ('message_id' in item ? item.message_id : ''));
		expect(named.filter(Boolean)).toEqual(ids);
		for (const { output, item } of events) {
			expect(item.kind).toBe(output);
			expect(item).not.toHaveProperty('unrecognised');
			expect(item.event_id).toMatch(/^[0-9a-f]{32}$/);
			expect(item.business_account_id).toBe(emulator.config.businessAccountId);
		}
	}
}

const kinds = receiveSchema.innerType().shape.type.removeDefault().options;

describe('what people do', () => {
	it.each(kinds)('%s', async (type) => {
		emulator.control.receive({ from: '15550400001', name: 'Ada', type });
		emulator.control.receive({ user_id: 'US.10000000000000000001', username: 'ada', type });
		const bodies = await arrived();
		expectNothingDropped(bodies);
		for (const { item } of bodies.flatMap(({ events }) => events)) {
			expect(item).toHaveProperty('contact_key', expect.stringMatching(/./));
		}
	});
});

describe('what becomes of messages', () => {
	const send = async (to: string) => {
		const { phoneNumberId } = emulator.config;
		const body = { messaging_product: 'whatsapp', to, biz_opaque_callback_data: '1/camp/p/1' };
		const template = { name: 'hello_world', language: { code: 'en_US' } };
		return await graph('POST', `/${phoneNumberId}/messages`, {
			...body,
			type: 'template',
			template,
		});
	};

	it('sent, delivered, read, failed; one by one and many in a call', async () => {
		emulator.control.settings({ not_on_whatsapp: ['15550400009'], batch_max: 1 });
		await send('15550400002');
		await send('15550400009');
		emulator.control.settings({ batch_max: 50 });
		for (let person = 0; person < 20; person++) await send(`155504001${10 + person}`);
		const bodies = await arrived();
		emulator.control.settings({ batch_max: 1 });
		expectNothingDropped(bodies);
		const items = bodies.flatMap(({ events }) => events).map(({ item }) => item);
		const words = new Set(items.map((item) => item.kind === 'status' && item.status));
		expect([...words].sort()).toEqual(['delivered', 'failed', 'read', 'sent']);
		expect(Math.max(...bodies.map(({ events }) => events.length))).toBeGreaterThan(1);
	});
});

describe('what happens to flows and groups', () => {
	const flowJson = JSON.stringify({
		version: '7.3',
		screens: [
			{
				id: 'ONLY',
				title: 'Only',
				terminal: true,
				layout: {
					type: 'SingleColumnLayout',
					children: [
						{
							type: 'Footer',
							label: 'Done',
							'on-click-action': { name: 'complete', payload: {} },
						},
					],
				},
			},
		],
	});

	it('a flow is published and retired', async () => {
		const { id } = await graph('POST', `/${emulator.config.businessAccountId}/flows`, {
			name: 'Survey',
			categories: ['SURVEY'],
			flow_json: flowJson,
		});
		await graph('POST', `/${String(id)}/publish`);
		await graph('POST', `/${String(id)}/deprecate`);
		expectNothingDropped(await arrived());
	});

	it('a group is made, joined, changed, left, suspended and deleted', async () => {
		const messaging_product = 'whatsapp';
		await graph('POST', `/${emulator.config.phoneNumberId}/groups`, {
			messaging_product,
			subject: 'Regulars',
		});
		const [created] = await arrived();
		expectNothingDropped([created]);
		const { item } = created.events[0];
		const group_id = item.kind === 'account' ? String(item.group_id) : '';
		emulator.control.group({ group_id, act: 'join', from: '15550400020' });
		await graph('POST', `/${group_id}`, { messaging_product, subject: 'Old friends' });
		emulator.control.group({ group_id, act: 'leave', from: '15550400020' });
		emulator.control.group({ group_id, act: 'suspend' });
		emulator.control.group({ group_id, act: 'unsuspend' });
		await graph('DELETE', `/${group_id}`);
		expectNothingDropped(await arrived());
	});
});

describe('what Meta does', () => {
	it('to a template: every state, quality and category', async () => {
		const states = ['PENDING', 'APPROVED', 'REJECTED', 'PAUSED', 'DISABLED', 'FLAGGED'] as const;
		const rare = ['IN_APPEAL', 'REINSTATED', 'ARCHIVED', 'UNARCHIVED', 'LIMIT_EXCEEDED'] as const;
		const last = ['PENDING_DELETION', 'DELETED'] as const;
		emulator.control.template({ name: 'order_update', quality: 'YELLOW', category: 'MARKETING' });
		for (const status of [...states, ...rare, ...last])
			emulator.control.template({ name: 'order_update', status, title: 'Why', description: 'So.' });
		const bodies = await arrived();
		expectNothingDropped(bodies);
		expect(bodies.flatMap(({ events }) => events)).toHaveLength(15);
		for (const { item } of bodies.flatMap(({ events }) => events)) {
			expect(item).toMatchObject({ template: 'order_update', event: expect.stringMatching(/./) });
		}
	});

	it('to a number and to the account', async () => {
		emulator.control.phoneNumber({ quality: 'RED', throughput: 'HIGH', name: 'REJECTED' });
		emulator.control.account({ restrict: 'payment' });
		emulator.control.account({ restrict: 'policy' });
		emulator.control.account({ restrict: 'none' });
		const value = { alert_info: { alert_type: 'OBA_APPROVED', alert_severity: 'INFO' } };
		emulator.control.account({ field: 'account_alerts', value });
		const bodies = await arrived();
		expectNothingDropped(bodies);
		expect(bodies.flatMap(({ events }) => events).length).toBeGreaterThanOrEqual(5);
	});
});

it('every webhook field in the emulator’s code was seen here', () => {
	const folder = join(__dirname, '../../../emulator');
	const code = ['control', 'graph', 'webhooks']
		.flatMap((part) =>
			readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
				.filter((file) => file.endsWith('.ts') && !file.endsWith('target.ts'))
				.map((file) => readFileSync(join(folder, part, file), 'utf8')),
		)
		.join('\n');
	const emitted = FIELDS.filter((field) =>
		new RegExp(`(field: |tell\\([^']*)'${field}'`).test(code),
	);
	const heard = new Set(seen.flatMap(({ events }) => events).map(({ item: { field } }) => field));
	expect(emitted.filter((field) => !heard.has(field))).toEqual([]);
	expect(emitted.length).toBeGreaterThan(10);
});
