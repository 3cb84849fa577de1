import type { Graph, GraphRequest } from '../../../core/graph/client';
import { checkCredential } from '../../../core/graph/credential/check';
import { GraphError, NoAnswerError } from '../../../core/graph/error';

const NOW = Date.UTC(2026, 10, 22);
const credential = {
	accessToken: 'a-token',
	appId: '700000000000001',
	appSecret: 'a-secret',
	verifyToken: 'a-verify-token',
	businessAccountId: '800000000000001',
	phoneNumberId: '900000000000001',
};
const good = {
	app_id: credential.appId,
	is_valid: true,
	expires_at: 0,
	scopes: ['whatsapp_business_messaging', 'whatsapp_business_management', 'public_profile'],
};
const numbers = [
	{ id: credential.phoneNumberId, display_phone_number: '+1 555-010-0001', verified_name: 'Shop' },
];
const no = (code: number, subcode?: number) =>
	new GraphError(400, { error: { code, error_subcode: subcode, message: 'x' } });

interface World {
	app?: unknown;
	own?: unknown;
	numbers?: unknown;
}

/** Graph as each voice hears it. An Error is thrown, anything else is `data`. */
function world({ app = good, own = good, numbers: list = numbers }: World) {
	const asked: string[] = [];
	const speak =
		(voice: string, debug: unknown): Graph =>
		async <T>({ path, qs }: GraphRequest) => {
			asked.push(`${voice} ${path}`);
			const data = path === '/debug_token' ? debug : list;
			if (path === '/debug_token') expect(qs).toEqual({ input_token: credential.accessToken });
			if (data instanceof Error) throw data;
			return { data } as T;
		};
	return { asked, askers: { asApp: speak('app', app), asToken: speak('token', own) } };
}

const check = async (facts: World, changes: Partial<typeof credential> = {}) =>
	await checkCredential({ ...credential, ...changes }, world(facts).askers, NOW);

it('is content with a good credential', async () => {
	expect(await check({})).toEqual({
		findings: [],
		summary: 'Connected with +1 555-010-0001 "Shop" (ID 900000000000001).',
	});
});

it('takes scopes without a list of accounts as granted for all', async () => {
	const granular_scopes = [{ scope: 'whatsapp_business_messaging' }];
	expect((await check({ app: { ...good, granular_scopes } })).findings).toEqual([]);
});

const seconds = (ms: number) => Math.floor(ms / 1000);
const DAY = 86_400_000;

it.each<[string, World, Partial<typeof credential>, RegExp[]]>([
	[
		'a token of another app, as Graph tells it',
		{ app: no(100) },
		{},
		[/^The Access Token belongs to another Meta app/],
	],
	[
		'a token of another app, as debug_token tells it',
		{ app: { ...good, app_id: '5' } },
		{},
		[/^The Access Token was generated for the app 5, but the App ID is 700000000000001/],
	],
	['a wrong app secret', { app: no(190) }, {}, [/^App ID and App Secret do not belong together/]],
	['a wrong app ID', { app: no(101) }, {}, [/^App ID and App Secret do not belong together/]],
	[
		'a wrong app secret and a dead token',
		{ app: no(190), own: no(190, 463) },
		{},
		[/^App ID and App Secret/, /^The access token has expired\. Generate/],
	],
	[
		'a token ended by a new password',
		{ app: { is_valid: false, error: { code: 190, subcode: 460 } } },
		{},
		[/^The access token ended because the password was changed\. Generate/],
	],
	[
		'a token that just expired',
		{ app: { is_valid: false, expires_at: seconds(NOW) } },
		{},
		[/^The Access Token expired on 2026-11-22\./],
	],
	[
		'a token with six days left',
		{ app: { ...good, expires_at: seconds(NOW + 6 * DAY) } },
		{},
		[/^The Access Token expires on 2026-11-28/],
	],
	[
		'a token with seven days left',
		{ app: { ...good, expires_at: seconds(NOW + 7 * DAY) } },
		{},
		[],
	],
	[
		'a token for another account',
		{
			app: {
				...good,
				granular_scopes: [{ scope: 'whatsapp_business_messaging', target_ids: ['1'] }],
			},
		},
		{},
		[/^The Access Token may not send from the business account 800000000000001/],
	],
	[
		'an account the token cannot see',
		{ numbers: no(100, 33) },
		{},
		[/^The Business Account ID 800000000000001 .*Meta's code 100/],
	],
	['an account without numbers', { numbers: [] }, {}, [/That account has no phone number yet\.$/]],
	[
		'an account with many numbers',
		{ numbers: Array.from({ length: 8 }, (_, i) => ({ id: `${i}` })) },
		{},
		[/\(ID 4\) and 3 more\.$/],
	],
	[
		'Graph being busy',
		{ numbers: no(80007) },
		{},
		[/^The phone numbers could not be read\. Too many calls/],
	],
	['Meta being down for the app', { app: no(2) }, {}, [/^The service is down or overloaded/]],
	['Meta being down after a wrong secret', { app: no(190), own: no(1) }, {}, [/hiccup/]],
	[
		'a missing permission, without a second sentence about the account',
		{ app: { ...good, scopes: ['whatsapp_business_messaging'] }, numbers: no(200) },
		{},
		[/^The Access Token lacks whatsapp_business_management:/],
	],
	[
		'silence',
		{ app: new NoAnswerError('Nobody answered.', false) },
		{},
		[/^Nobody answered\. Nothing was sent/],
	],
	[
		'three fields at once',
		{},
		{ appId: '', appSecret: '', verifyToken: '1234567' },
		[/^The App ID/, /^The App Secret is empty/, /^The Verify Token is too short/],
	],
	[
		'a number with a plus',
		{},
		{ phoneNumberId: '+15550100001' },
		[/^The Phone Number ID should be a long number/],
	],
])('tells %s', async (_name, facts, changes, sentences) => {
	const { findings } = await check(facts, changes);
	expect(findings).toHaveLength(sentences.length);
	sentences.forEach((sentence, i) => expect(findings[i]).toMatch(sentence));
	for (const finding of findings) expect(finding).not.toMatch(/a-token|a-secret|a-verify/);
});

it('asks the token about itself only when the app is not accepted', async () => {
	const fine = world({});
	await checkCredential(credential, fine.askers, NOW);
	expect(fine.asked).toEqual(['app /debug_token', 'token /800000000000001/phone_numbers']);
	const wrong = world({ app: no(190) });
	await checkCredential(credential, wrong.askers, NOW);
	expect(wrong.asked).toEqual([
		'app /debug_token',
		'token /debug_token',
		'token /800000000000001/phone_numbers',
	]);
});

it('does not hide a fault of ours', async () => {
	await expect(check({ app: new TypeError('x is not a function') })).rejects.toThrow(TypeError);
});
