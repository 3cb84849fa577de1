import { generateKeyPairSync } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { Emulator } from '../../../emulator/index';
import { WhatsAppCloud } from '../../../nodes/WhatsAppCloud/WhatsAppCloud.node';
import { loadOptionsContext } from '../../support/engine';
import { atMeta, done, listed, manage, PNG, refusal } from './manage';
import { credentialsOf, emulate, fileOf } from './support';

let emulator: Emulator;
let number: string;
let account: string;
beforeAll(async () => {
	emulator = await emulate();
	number = emulator.config.phoneNumberId;
	account = emulator.config.businessAccountId;
	emulator.control.receive({ from: '15550201000', text: 'Hello' });
});
afterAll(async () => await emulator.close());

const PIN = '123456';
const NEW_PIN = '864209';
const SMS_CODE = '654321';

describe('Phone Number', () => {
	it('gets and lists numbers with where their webhooks go', async () => {
		const [own] = await done(emulator, 'phoneNumber.get');
		expect(own).toMatchObject({
			phone_number_id: number,
			status: 'CONNECTED',
			quality_rating: 'GREEN',
			throughput_level: 'STANDARD',
			messaging_limit: 'TIER_2K',
		});
		const all = await done(emulator, 'phoneNumber.getMany', { returnAll: true });
		expect(all).toContainEqual(own);
		const [raw] = await done(emulator, 'phoneNumber.get', { simplify: false });
		expect(raw.throughput).toEqual({ level: 'STANDARD' });
	});

	it('brings a new number from its code to use, and out of it again', async () => {
		const added = { callingCode: '+1', newNumber: '(555) 010-7001', displayName: 'Second Shop' };
		const [{ phone_number_id }] = await done(emulator, 'phoneNumber.create', added);
		const id = phone_number_id as string;
		const phoneNumberId = listed(id);
		const secrets = [NEW_PIN, SMS_CODE];
		const run = async (name: string, fields: IDataObject = {}) =>
			await done(emulator, `phoneNumber.${name}`, { phoneNumberId, ...fields }, { secrets });
		const asked = { codeMethod: 'SMS', language: 'en_US' };
		expect(await run('requestCode', asked)).toEqual([
			{ phone_number_id: id, code_requested: true },
		]);
		expect(await run('verifyCode', { code: '654-321' })).toEqual([
			{ phone_number_id: id, verified: true },
		]);
		const fields = { pin: NEW_PIN, additionalFields: { region: 'DE' } };
		expect(await run('register', fields)).toEqual([{ phone_number_id: id, registered: true }]);
		expect(await run('get')).toMatchObject([{ status: 'CONNECTED' }]);
		expect(await run('setTwoStepPin', { pin: '975310' })).toEqual([
			{ phone_number_id: id, pin_set: true },
		]);
		expect(await run('deregister')).toEqual([{ phone_number_id: id, deregistered: true }]);
		expect(await run('get')).toMatchObject([{ status: 'DISCONNECTED' }]);
		const { error } = await manage(emulator, 'phoneNumber.register', { phoneNumberId, pin: PIN });
		expect(error?.description).toContain('133005');
	});

	it('asks for another name and hides a number', async () => {
		const changes = { displayName: 'Bakery', visible: false };
		expect(await done(emulator, 'phoneNumber.update', { changes })).toEqual([
			{ phone_number_id: number, updated: true },
		]);
		const fields = 'new_display_name,search_visibility';
		expect(await atMeta(emulator, `${number}?fields=${fields}`)).toMatchObject({
			new_display_name: 'Bakery',
			search_visibility: 'NON_VISIBLE',
		});
	});

	it('claims, shows and gives up a username', async () => {
		const username = 'springfield.bakery';
		const claimed = { phone_number_id: number, username, username_status: 'approved' };
		const asked = { username: '@Springfield.Bakery' };
		expect(await done(emulator, 'phoneNumber.setUsername', asked)).toEqual([claimed]);
		expect(await done(emulator, 'phoneNumber.getUsername')).toEqual([claimed]);
		expect(await done(emulator, 'phoneNumber.removeUsername')).toEqual([
			{ phone_number_id: number, removed: true },
		]);
		expect(await done(emulator, 'phoneNumber.getUsername')).toMatchObject([{ username: '' }]);
	});

	it('sets and gets the key for flows, and refuses a private one without repeating it', async () => {
		const { publicKey, privateKey } = generateKeyPairSync('rsa', {
			modulusLength: 2048,
			publicKeyEncoding: { type: 'spki', format: 'pem' },
			privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		});
		expect(await done(emulator, 'phoneNumber.setEncryptionKey', { publicKey })).toEqual([
			{ phone_number_id: number, key_set: true },
		]);
		expect(await done(emulator, 'phoneNumber.getEncryptionKey')).toMatchObject([
			{ public_key: publicKey.trim(), signature_status: 'VALID' },
		]);
		const said = await refusal(emulator, 'phoneNumber.setEncryptionKey', { publicKey: privateKey });
		expect(said).toContain('private key, which must stay with you');
		expect(said).not.toContain(privateKey.slice(40, 60));
	});

	it.each<[string, IDataObject, string]>([
		['create', { callingCode: '49', newNumber: 'x', displayName: 'Shop' }, 'The Phone Number has'],
		['create', { callingCode: '49', newNumber: '301234', displayName: 'S' }, '2 to 75'],
		['setUsername', { username: 'a..b' }, 'cannot be used'],
		['setUsername', { username: '123' }, 'at least one letter'],
		['update', { changes: {} }, 'There is no change'],
		['setEncryptionKey', { publicKey: 'abc' }, 'no RSA public key'],
		['register', { pin: '12345' }, 'The Two-Step PIN has to be 6 digits'],
		['setTwoStepPin', { pin: 'hunter2' }, 'The Two-Step PIN has to be 6 digits'],
		['verifyCode', { code: '12' }, 'The Code has to be 6 digits'],
		['requestCode', { codeMethod: 'SMS', language: 'English' }, 'no code that Meta knows'],
		['get', { phoneNumberId: listed('={{ "+1 555" }}') }, 'digits only'],
	])('%s refuses %j and repeats no secret', async (name, fields, words) => {
		const said = await refusal(emulator, `phoneNumber.${name}`, fields);
		expect(said).toContain(words);
		expect(said).not.toContain('hunter2');
	});

	it.each<[string, IDataObject, IDataObject]>([
		[
			'calling',
			{ calls: true, callIcon: false, callbackPermission: true },
			{ calls: 'ENABLED', call_icon: 'DISABLE_ALL', callback_permission: 'ENABLED' },
		],
		['identity', { identityCheck: true }, { identity_check: true }],
		[
			'storage',
			{ storage: 'IN_COUNTRY_STORAGE_ENABLED', region: 'DE' },
			{ storage: 'IN_COUNTRY_STORAGE_ENABLED', storage_country: 'DE' },
		],
		[
			'other',
			{ additionalFields: { customBody: '{"calling": {"status": "DISABLED"}}' } },
			{ calls: 'DISABLED' },
		],
	])('changes the setting %s', async (feature, fields, expected) => {
		const items = await done(emulator, 'phoneNumber.updateSettings', { feature, ...fields });
		expect(items).toEqual([{ setting: feature, phone_number_id: number, updated: true }]);
		expect(await done(emulator, 'phoneNumber.getSettings')).toMatchObject([expected]);
	});
});

describe('Business Profile', () => {
	it('changes what is given, uploads a picture by its handle, and leaves the rest', async () => {
		const additionalFields = {
			about: 'We answer',
			email: 'shop@example.com',
			websites: 'https://a.example.com, https://b.example.com',
			vertical: 'RETAIL',
			picture: 'data',
		};
		const binary = [fileOf(PNG, 'image/png', 'a.png')];
		const update = { additionalFields };
		expect(await done(emulator, 'businessProfile.update', update, { binary })).toEqual([
			{ phone_number_id: number, updated: true },
		]);
		await done(emulator, 'businessProfile.update', { additionalFields: { address: '1 Main St' } });
		expect(await done(emulator, 'businessProfile.get')).toMatchObject([
			{
				phone_number_id: number,
				about: 'We answer',
				address: '1 Main St',
				email: 'shop@example.com',
				vertical: 'RETAIL',
				websites: ['https://a.example.com', 'https://b.example.com'],
			},
		]);
		await done(emulator, 'businessProfile.update', { additionalFields: { address: '' } });
		expect(await done(emulator, 'businessProfile.get')).toMatchObject([{ address: '' }]);
	});

	it.each<[IDataObject, string]>([
		[{ about: 'x'.repeat(140) }, 'WhatsApp allows 139'],
		[{ about: ' ' }, 'About text cannot be empty'],
		[{ email: 'shop' }, 'no email address'],
		[{ websites: 'https://a.b,https://c.d,https://e.f' }, 'There are 3 websites'],
		[{ websites: 'a.example.com' }, 'starts with https://'],
		[{ picture: 'photo' }, 'no file in the binary field "photo"'],
	])('refuses %j', async (additionalFields, words) => {
		const fields = { additionalFields };
		expect(await refusal(emulator, 'businessProfile.update', fields)).toContain(words);
	});
});

describe('Business Account', () => {
	it('gets the account', async () => {
		expect(await done(emulator, 'businessAccount.get')).toMatchObject([
			{ business_account_id: account, name: 'Demo Shop', currency: 'USD', status: 'ACTIVE' },
		]);
	});

	it.each(['account', 'number', 'template'])('asks for the health of the %s', async (subject) => {
		const template = listed('hello_world|en_US', 'name');
		const items = await done(emulator, 'businessAccount.getHealth', { subject, template });
		expect(items).toEqual([
			{
				subject,
				id: expect.stringMatching(/^\d+$/),
				can_send_message: 'AVAILABLE',
				obstacles: [],
			},
		]);
	});

	it('changes what is given', async () => {
		const additionalFields = { name: 'Bakery', insights: true, customBody: '{}' };
		expect(await done(emulator, 'businessAccount.update', { additionalFields })).toEqual([
			{ business_account_id: account, updated: true },
		]);
		expect(await done(emulator, 'businessAccount.get')).toMatchObject([
			{ name: 'Bakery', template_analytics: true },
		]);
	});
});

describe('Subscription', () => {
	const posts = () =>
		emulator.control
			.requests()
			.filter(({ method, path }) => method !== 'GET' && path.endsWith('/subscribed_apps')).length;

	it('subscribes once, and never touches a subscription that is there', async () => {
		const app_id = emulator.config.appId;
		const first = { business_account_id: account, app_id, subscribed: true };
		expect(await done(emulator, 'subscription.subscribe')).toMatchObject([first]);
		const before = posts();
		expect(await done(emulator, 'subscription.subscribe')).toEqual([{ ...first, changed: false }]);
		expect(posts()).toBe(before);
		expect(await done(emulator, 'subscription.getMany')).toEqual([
			{ app_id, app_name: expect.any(String), is_own_app: true, override_callback_uri: '' },
		]);
	});

	it("gets the app's own callback", async () => {
		expect(await done(emulator, 'subscription.getCallback')).toEqual([
			{ app_id: emulator.config.appId, callback_url: '', active: false, fields: [] },
		]);
	});
});

describe('QR Code', () => {
	const prefilledMessage = 'Hi, I saw your poster';
	const make = async () =>
		(await done(emulator, 'qrCode.create', { prefilledMessage, imageFormat: 'SVG' }))[0];

	it('makes, reads, changes and deletes one', async () => {
		const made = await make();
		expect(made).toEqual({
			code: expect.stringMatching(/^[A-Z2-7]{14}$/),
			prefilled_message: prefilledMessage,
			link: `https://wa.me/message/${made.code as string}`,
			qr_image_url: expect.stringMatching(/svg/i),
		});
		const qrCode = listed(made.code as string);
		const change = { qrCode, prefilledMessage: 'Hello again' };
		expect(await done(emulator, 'qrCode.update', change)).toMatchObject([{ updated: true }]);
		expect(await done(emulator, 'qrCode.get', { qrCode })).toMatchObject([
			{ code: made.code, prefilled_message: 'Hello again' },
		]);
		expect(await done(emulator, 'qrCode.delete', { qrCode })).toEqual([
			{ phone_number_id: number, code: made.code, deleted: true },
		]);
		expect((await manage(emulator, 'qrCode.get', { qrCode })).error).toBeDefined();
	});

	it('lists more than one page of them', async () => {
		for (let i = 0; i < 27; i++)
			await atMeta(emulator, `${number}/message_qrdls`, { prefilled_message: `Poster ${i}` });
		const all = await done(emulator, 'qrCode.getMany', { returnAll: true });
		expect(new Set(all.map(({ code }) => code)).size).toBeGreaterThanOrEqual(27);
		expect(await done(emulator, 'qrCode.getMany', { limit: 2 })).toEqual(all.slice(0, 2));
		const lists = emulator.control.requests().filter(({ path }) => path.endsWith('/message_qrdls'));
		for (const { method, query } of lists)
			if (method === 'GET') expect(query).toMatchObject({ limit: '25' });
	});

	it.each<[string, IDataObject, string]>([
		['create', { prefilledMessage: 'x'.repeat(141) }, 'WhatsApp allows 140'],
		['delete', { qrCode: listed('a/../b') }, 'no ID of a QR Code'],
	])('%s refuses what cannot be', async (name, fields, words) => {
		expect(await refusal(emulator, `qrCode.${name}`, fields)).toContain(words);
	});
});

describe('Blocked User', () => {
	it('blocks, lists and unblocks somebody who wrote', async () => {
		const fields = { user: '+1 (555) 020-1000' };
		const user = { phone_number_id: number, user: '15550201000', wa_id: '15550201000' };
		expect(await done(emulator, 'blockedUser.block', fields)).toMatchObject([
			{ ...user, blocked: true },
		]);
		expect(await done(emulator, 'blockedUser.getMany', { returnAll: true })).toMatchObject([
			{ wa_id: '15550201000', user_id: expect.stringMatching(/^US\./) },
		]);
		expect(await done(emulator, 'blockedUser.unblock', fields)).toMatchObject([
			{ ...user, unblocked: true },
		]);
		expect(await done(emulator, 'blockedUser.getMany', { returnAll: true })).toEqual([]);
	});

	it('says why this one cannot be blocked, not that some cannot', async () => {
		const { error } = await manage(emulator, 'blockedUser.block', { user: '+1 555 020 9999' });
		expect(error?.description).toContain('131047');
	});

	it('refuses what is no user', async () => {
		expect(await refusal(emulator, 'blockedUser.block', { user: 'Jane' })).toContain('Jane');
	});
});

it('shows and hides catalog and cart, one without the other', async () => {
	const settings = async () => await done(emulator, 'commerceSetting.get');
	const [before] = await settings();
	const additionalFields = { is_catalog_visible: before.is_catalog_visible !== true };
	expect(await done(emulator, 'commerceSetting.update', { additionalFields })).toEqual([
		{ phone_number_id: number, updated: true },
	]);
	expect(await settings()).toEqual([{ ...before, ...additionalFields }]);
});

describe('Conversation Setting', () => {
	const entries = (...entry: IDataObject[]) => ({ entry });

	it('replaces ice breakers and commands, each without the other', async () => {
		const iceBreakers = entries({ question: 'When are you open?' });
		const commands = entries({ name: '/book', description: 'Book a table' });
		const update = async (additionalFields: IDataObject) =>
			await done(emulator, 'conversationSetting.update', { additionalFields });
		await update({ iceBreakers });
		expect(await update({ commands })).toEqual([{ phone_number_id: number, updated: true }]);
		expect(await done(emulator, 'conversationSetting.get')).toEqual([
			{
				phone_number_id: number,
				ice_breakers: ['When are you open?'],
				commands: [{ name: 'book', description: 'Book a table' }],
			},
		]);
		await update({ iceBreakers: {} });
		expect(await done(emulator, 'conversationSetting.get')).toMatchObject([{ ice_breakers: [] }]);
	});

	it.each<[IDataObject, string]>([
		[{ iceBreakers: entries(...Array<IDataObject>(5).fill({ question: 'a' })) }, 'at most 4'],
		[{ iceBreakers: entries({ question: 'x'.repeat(81) }) }, 'WhatsApp allows 80'],
		[{ iceBreakers: entries({ question: 'Hi 👋' }) }, 'has an emoji'],
		[{ commands: entries({ name: 'a b', description: 'x' }) }, 'letters, digits and underscores'],
		[
			{ commands: entries({ name: 'a', description: 'x' }, { name: '/a', description: 'y' }) },
			'Two commands are "a"',
		],
	])('refuses %j', async (additionalFields, words) => {
		const fields = { additionalFields };
		expect(await refusal(emulator, 'conversationSetting.update', fields)).toContain(words);
	});
});

describe('when no answer comes', () => {
	const heard = (path: string) =>
		emulator.control.requests().filter((request) => request.path.includes(path)).length;

	it('a change is asked for once and told as unknown', async () => {
		emulator.control.fault({ kind: 'http_error', times: 1, match: { path: 'deregister' } });
		const before = heard('deregister');
		const { outputs } = await manage(emulator, 'phoneNumber.deregister');
		expect(outputs[0][0].json).toMatchObject({ phone_number_id: number, status: 'unknown' });
		expect(heard('deregister') - before).toBe(1);
	});

	it('reading is tried again', async () => {
		emulator.control.fault({ kind: 'http_error', times: 1, match: { path: 'settings' } });
		const before = heard('settings');
		expect(await done(emulator, 'phoneNumber.getSettings')).toHaveLength(1);
		expect(heard('settings') - before).toBe(2);
	});
});

describe('lists to choose from', () => {
	const node = new WhatsAppCloud();
	const editor = () =>
		loadOptionsContext(node, {
			credentials: credentialsOf(emulator),
			parameters: { phoneNumberId: listed('', 'list') },
		});

	it('have every template in every state', async () => {
		const { results } = await node.methods.listSearch.searchAllTemplates.call(editor(), 'rejected');
		expect(results[0]).toEqual({
			name: expect.stringMatching(/ \(\w+\) · rejected$/),
			value: expect.stringMatching(/^\d+$/),
		});
	});

	it('have the QR codes of the number', async () => {
		await done(emulator, 'qrCode.create', { prefilledMessage: 'On the van', imageFormat: 'PNG' });
		const { results } = await node.methods.listSearch.searchQrCodes.call(editor(), 'van');
		expect(results).toEqual([{ name: 'On the van', value: expect.any(String) }]);
	});
});
