import { generateKeyPairSync } from 'node:crypto';
import { corpusJson, hasCorpus } from '../../test/support/corpus';
import { setTheStage, type Stage, PERSON } from './support/stage';

interface Example {
	method: string;
	path: string;
	status: string | number | null;
	response: unknown;
}

/** `https://graph.facebook.com/{{Version}}/{{WABA-ID}}/flows?x` -> `/:/flows`: the same endpoint under all its spellings. */
function plain(path: string): string {
	return path
		.replace(/^https:\/\/graph\.facebook\.com/, '')
		.replace(/\?.*$/, '')
		.replace(/^\/?(\{\{[^}]*\}\}|\{[^}]*\})/, '')
		.replace(/\{\{[^}]*\}\}|\{[^}]*\}|<[^>]*>/g, ':')
		.replace(/\/$/, '');
}

/** Every key of an answer with the kind of its value: `data.code string`. Positions in lists do not count. */
function shapeOf(value: unknown, at = ''): string[] {
	if (Array.isArray(value)) return value.flatMap((one) => shapeOf(one, at));
	if (typeof value !== 'object' || value === null) return at ? [`${at} ${typeof value}`] : [];
	return Object.entries(value).flatMap(([key, inner]) => shapeOf(inner, at ? `${at}.${key}` : key));
}

const namesIn = (value: unknown) => shapeOf(value).map((key) => key.split(' ')[0]);

const examples = hasCorpus ? corpusJson<Example[]>('graph-endpoint-examples') : [];

/** The answers Meta prints for an endpoint; its examples of refusals are another matter. */
function examplesOf(method: string, path: string): unknown[] {
	return examples
		.filter((one) => one.method === method && plain(one.path) === path)
		.filter(({ status }) => status === null || String(status) === '200')
		.map(({ response }) => response);
}

const messaging_product = 'whatsapp';
const BODY = { type: 'BODY', text: 'Our shop is open again.' };

/** What is in our answers and in none of Meta's examples, but documented elsewhere. */
const DOCUMENTED = [
	// Pages of lists.
	/^paging\./,
	// The guides' parameters of a template, and what a newer version answers to an edit.
	/^(data\.)?(parameter_format|sub_category) string$/,
	/^(id|name|category) string$/,
	// The two fields of a number that came after the examples.
	/^data\.(throughput|webhook_configuration)\./,
	/^data\.(platform_type|code_verification_status) string$/,
	// Who a blocked user is, now that numbers can be hidden.
	/^data\.user_id string$/,
	// The override a subscription has, and what calling settings look like in the guides.
	/^data\.override_callback_uri string$/,
	// What a component of our own templates has.
	/^(data\.)?components\./,
	// The profile lies flat in the guides and in every client; the examples wrap it once more.
	/^data\.(about|vertical|websites|messaging_product) string$/,
	// Of one flow as of those in a list.
	/^validation_errors\./,
	// A file's size is a text in one example and a number in practice.
	/^file_size number$/,
];

/** What only the examples have: the profile's wrapping, and the addresses of calls, which there are none of here. */
const ABSENT = /^data\.business_profile\.|^calling\.(ip_addresses|video)\./;

type Call = [string, string, unknown?];

const describeCorpus = hasCorpus ? describe : describe.skip;
describeCorpus("answers beside Meta's own examples (skipped without the shared collection)", () => {
	let stage: Stage;
	const ids: Record<string, string> = {};
	beforeAll(async () => {
		stage = await setTheStage();
		stage.write(PERSON);
		const { businessAccountId, phoneNumberId } = stage.emulator.config;
		const make = async (path: string, body: unknown) =>
			(await stage.graph('POST', path, body)).body as unknown as { id: string; code: string };
		ids.flow = (
			await make(`/${businessAccountId}/flows`, {
				name: 'a',
				categories: ['OTHER'],
				flow_json: '{"version":"7.3","screens":[]}',
			})
		).id;
		ids.code = (await make(`/${phoneNumberId}/message_qrdls`, { prefilled_message: 'a' })).code;
		ids.media = (await make(`/${phoneNumberId}/media`, picture())).id;
		const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
		await make(`/${phoneNumberId}/whatsapp_business_encryption`, {
			business_public_key: publicKey.export({ type: 'spki', format: 'pem' }),
		});
	});
	afterAll(async () => await stage.close());

	const picture = () => {
		const form = new FormData();
		form.append('messaging_product', messaging_product);
		form.append('file', new Blob(['x'], { type: 'image/png' }), 'a.png');
		return form;
	};
	const account = () => `/${stage.emulator.config.businessAccountId}`;
	const number = () => `/${stage.emulator.config.phoneNumberId}`;
	const block_users = [{ user: `+${PERSON}` }];
	const form = (parts: Record<string, string>, file: string) => {
		const data = new FormData();
		for (const [name, value] of Object.entries(parts)) data.append(name, value);
		data.append('file', new Blob([file], { type: 'application/json' }), 'flow.json');
		return data;
	};

	it.each<[string, string, () => Call]>([
		['GET', '/:', () => ['GET', number()]],
		['GET', '/:', () => ['GET', account()]],
		['GET', '/:', () => ['GET', `/${ids.media}`]],
		[
			'GET',
			'/:',
			() => [
				'GET',
				`/${ids.flow}?fields=id,name,categories,preview,status,validation_errors,json_version,data_channel_uri,health_status,whatsapp_business_account,application`,
			],
		],
		['POST', '/:', () => ['POST', number(), { pin: '123456' }]],
		['POST', '/:', () => ['POST', `/${ids.flow}`, { name: 'b' }]],
		['GET', '/:/phone_numbers', () => ['GET', `${account()}/phone_numbers`]],
		[
			'POST',
			'/:/phone_numbers',
			() => [
				'POST',
				`${account()}/phone_numbers`,
				{ cc: '1', phone_number: '5550199', verified_name: 'New' },
			],
		],
		['GET', '/:/message_templates', () => ['GET', `${account()}/message_templates?limit=3`]],
		[
			'POST',
			'/:/message_templates',
			() => [
				'POST',
				`${account()}/message_templates`,
				{ name: 'a', language: 'en', category: 'UTILITY', components: [BODY] },
			],
		],
		['DELETE', '/:/message_templates', () => ['DELETE', `${account()}/message_templates?name=a`]],
		['POST', '/:/media', () => ['POST', `${number()}/media`, picture()]],
		['DELETE', '/:', () => ['DELETE', `/${ids.media}`]],
		['POST', '/:/uploads', () => ['POST', '/app/uploads?file_length=1&file_type=image/jpeg']],
		[
			'GET',
			'/:/whatsapp_business_profile',
			() => ['GET', `${number()}/whatsapp_business_profile?fields=about,vertical,websites`],
		],
		[
			'POST',
			'/:/whatsapp_business_profile',
			() => ['POST', `${number()}/whatsapp_business_profile`, { messaging_product, about: 'a' }],
		],
		['GET', '/:/settings', () => ['GET', `${number()}/settings`]],
		[
			'POST',
			'/:/settings',
			() => ['POST', `${number()}/settings`, { calling: { status: 'ENABLED' } }],
		],
		[
			'POST',
			'/:/message_qrdls',
			() => [
				'POST',
				`${number()}/message_qrdls`,
				{ prefilled_message: 'b', generate_qr_image: 'PNG' },
			],
		],
		['GET', '/:/message_qrdls', () => ['GET', `${number()}/message_qrdls`]],
		['GET', '/:/message_qrdls/:', () => ['GET', `${number()}/message_qrdls/${ids.code}`]],
		['DELETE', '/:/message_qrdls/:', () => ['DELETE', `${number()}/message_qrdls/${ids.code}`]],
		[
			'POST',
			'/:/block_users',
			() => ['POST', `${number()}/block_users`, { messaging_product, block_users }],
		],
		['GET', '/:/block_users', () => ['GET', `${number()}/block_users`]],
		[
			'DELETE',
			'/:/block_users',
			() => ['DELETE', `${number()}/block_users`, { messaging_product, block_users }],
		],
		[
			'GET',
			'/:/whatsapp_commerce_settings',
			() => ['GET', `${number()}/whatsapp_commerce_settings`],
		],
		[
			'POST',
			'/:/whatsapp_commerce_settings',
			() => ['POST', `${number()}/whatsapp_commerce_settings?is_cart_enabled=true`],
		],
		[
			'POST',
			'/:/conversational_automation',
			() => ['POST', `${number()}/conversational_automation`, { prompts: ['a'] }],
		],
		[
			'GET',
			'/:/whatsapp_business_encryption',
			() => ['GET', `${number()}/whatsapp_business_encryption`],
		],
		['POST', '/:/deregister', () => ['POST', `${number()}/deregister`]],
		[
			'POST',
			'/:/register',
			() => ['POST', `${number()}/register`, { messaging_product, pin: '123456' }],
		],
		['GET', '/:/flows', () => ['GET', `${account()}/flows`]],
		[
			'POST',
			'/:/flows',
			() => ['POST', `${account()}/flows`, { name: 'c', categories: ['OTHER'] }],
		],
		['GET', '/:/assets', () => ['GET', `/${ids.flow}/assets`]],
		[
			'POST',
			'/:/assets',
			() => [
				'POST',
				`/${ids.flow}/assets`,
				form({ name: 'flow.json', asset_type: 'FLOW_JSON' }, '{"version":"7.3","screens":[]}'),
			],
		],
		['POST', '/:/subscribed_apps', () => ['POST', `${account()}/subscribed_apps`]],
		['GET', '/:/subscribed_apps', () => ['GET', `${account()}/subscribed_apps`]],
		['DELETE', '/:/subscribed_apps', () => ['DELETE', `${account()}/subscribed_apps`]],
		['DELETE', '/:', () => ['DELETE', `/${ids.flow}`]],
	])('%s %s has the keys and kinds of values that Meta has', async (method, path, call) => {
		const theirs = examplesOf(method, path);
		expect(theirs.length).toBeGreaterThan(0);
		const [verb, where, input] = call();
		const { status, body } = await stage.graph(verb, where, input);
		expect(status).toBe(200);
		const known = new Set(theirs.flatMap((one) => shapeOf(one)));
		const unknown = shapeOf(body).filter(
			(key) => !known.has(key) && !DOCUMENTED.some((pattern) => pattern.test(key)),
		);
		expect([...new Set(unknown)]).toEqual([]);
		const ours = namesIn(body);
		const always = namesIn(theirs[0]).filter((key) =>
			theirs.every((one) => namesIn(one).includes(key)),
		);
		const missing = always.filter((key) => !ours.includes(key) && !ABSENT.test(key));
		expect(missing).toEqual([]);
	});
});
