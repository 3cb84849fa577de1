import { setTimeout as wait } from 'node:timers/promises';
import { eventually } from './support/eventually';
import { startMetaApp, type MetaApp } from './support/metaApp';
import { restart, stack, type Stack } from './support/stack';
import { startStranger, type Stranger } from './support/stranger';
import {
	makeCredential,
	makeTrigger,
	runOperation,
	type TriggerWorkflow,
} from './support/triggers';

jest.setTimeout(300_000);

let here: Stack;
let meta: MetaApp;
let product: Stranger;
let credentials: Array<{ id: string; name: string }>;
let made: TriggerWorkflow[];
let people = 15_550_300_000;

beforeAll(async () => {
	here = await stack();
});

beforeEach(async () => {
	meta = await startMetaApp(here.state.account);
	product = await startStranger();
	credentials = [];
	for (const account of meta.accounts) credentials.push(await makeCredential(here, account));
	made = [];
});

afterEach(async () => {
	for (const trigger of made) await trigger.unpublish().catch(() => undefined);
	await product.close();
	await meta.close();
});

async function trigger(account: 0 | 1, parameters: Record<string, unknown> = {}) {
	const one = await makeTrigger(here, credentials[account], parameters);
	made.push(one);
	return one;
}

const ids = () => meta.emulators.map(({ config }) => config.businessAccountId);
const token = () => here.state.account.verifyToken;
const overrideBy = (url: string) => ({ override_callback_uri: url, verify_token: token() });

/** Somebody else sets an address, as they would without us. */
const theirs = {
	account: async (which: 0 | 1, url = product.url) =>
		await meta.graph('POST', `/${ids()[which]}/subscribed_apps`, overrideBy(url)),
	number: async (id: string, url = product.url) =>
		await meta.graph('POST', `/${id}`, { webhook_configuration: overrideBy(url) }),
	app: async (url = product.url) =>
		await meta.graph(
			'POST',
			`/${here.state.account.appId}/subscriptions`,
			{
				object: 'whatsapp_business_account',
				callback_url: url,
				verify_token: token(),
				fields: 'messages,flows',
			},
			true,
		),
};

/** A person writes to a number; returns the words to look for. */
function write(account: 0 | 1, number: string): string {
	const text = `Hello ${++people}`;
	const from = String(people);
	meta.emulators[account].control.receive({ from, type: 'text', text, phone_number_id: number });
	return text;
}

const textsOf = async (one: TriggerWorkflow) => (await one.items()).map(({ text }) => text);

/** What a publication is refused with, in n8n's own words to the builder. */
async function refusal(one: TriggerWorkflow): Promise<string> {
	try {
		await one.publish();
	} catch (error) {
		return (error as Error).message;
	}
	throw new Error('it was published');
}

const asked = () => meta.emulators.flatMap(({ control }) => control.requests()).length;

/** Nothing at Meta is different after `act`, and nobody even tried. */
async function changesNothing(act: () => Promise<unknown>): Promise<void> {
	const [before, written] = [await meta.addresses(), meta.writes()];
	await act();
	expect(meta.writes()).toEqual(written);
	expect(await meta.addresses()).toEqual(before);
}

describe('a trigger registers itself where it was told to', () => {
	it('at the business account: all its numbers, and nothing of anybody else', async () => {
		const before = await meta.addresses();
		const one = await trigger(0);
		await one.publish();
		expect(await meta.addresses()).toEqual({
			...before,
			[`${ids()[0]} subscribed`]: 'true',
			[ids()[0]]: one.url,
		});
		const texts = meta.numbers[0].map((number) => write(0, number));
		await eventually(async () => expect((await textsOf(one)).sort()).toEqual(texts.sort()));
	});

	it('at a number: that one only', async () => {
		const [first, second] = meta.numbers[0];
		await theirs.account(0);
		const before = await meta.addresses();
		const one = await trigger(0, { webhookAddress: 'phoneNumber', phoneNumberIds: second });
		await one.publish();
		expect(await meta.addresses()).toEqual({ ...before, [second]: one.url });
		const [foreign, own] = [write(0, first), write(0, second)];
		await eventually(async () => expect(await textsOf(one)).toEqual([own]));
		await eventually(async () => expect(product.received().join()).toContain(foreign));
	});

	it('at the app: also what concerns templates and the account, which goes nowhere else', async () => {
		const one = await trigger(0, { webhookAddress: 'app' });
		await one.publish();
		const { app } = await meta.addresses();
		expect(app).toContain(one.url);
		expect(app).toContain('message_template_status_update');
		const text = write(0, meta.numbers[0][0]);
		await eventually(async () => expect(await textsOf(one)).toEqual([text]));
	});
});

it('accounts, numbers, other n8n instances and other products live side by side on one Meta app', async () => {
	const elsewhere = await startStranger('/webhook/0b6cb1d2/webhook');
	await theirs.app();
	await theirs.number(meta.numbers[0][1]);
	await theirs.account(1, elsewhere.url);
	const whole = await trigger(0);
	const single = await trigger(1, { webhookAddress: 'phoneNumber' });
	const before = await meta.addresses();
	await whole.publish();
	await single.publish();
	const after = { ...before, [ids()[0]]: whole.url, [meta.numbers[1][0]]: single.url };
	expect(await meta.addresses()).toEqual({ ...after, [`${ids()[0]} subscribed`]: 'true' });

	const sent = [
		write(0, meta.numbers[0][0]),
		write(0, meta.numbers[0][1]),
		write(1, meta.numbers[1][0]),
		write(1, meta.numbers[1][1]),
	];
	await eventually(async () => {
		expect(await textsOf(whole)).toEqual([sent[0]]);
		expect(await textsOf(single)).toEqual([sent[2]]);
		const texts = (bodies: string[]) => bodies.map((body) => /"Hello \d+"/.exec(body)?.[0]);
		expect(texts(product.received())).toEqual([`"${sent[1]}"`]);
		expect(texts(elsewhere.received())).toEqual([`"${sent[3]}"`]);
	});

	await whole.unpublish();
	await eventually(async () =>
		expect(await meta.addresses()).toEqual({
			...before,
			[`${ids()[0]} subscribed`]: 'true',
			[meta.numbers[1][0]]: single.url,
		}),
	);
	await elsewhere.close();
});

describe('an address of somebody else is never taken over, and the refusal is in words', () => {
	it('of another product: at the business account, the number and the app', async () => {
		await theirs.account(0);
		await theirs.number(meta.numbers[0][0]);
		await theirs.app();
		const places = ['businessAccount', 'phoneNumber', 'app'];
		const all: TriggerWorkflow[] = [];
		for (const webhookAddress of places) all.push(await trigger(0, { webhookAddress }));
		await changesNothing(async () => {
			for (const words of await Promise.all(all.map(refusal))) {
				expect(words).toContain(`go to another address, which is not touched: ${product.url}`);
				expect(words).toContain('Remove it there, or choose a different Webhook Address');
			}
		});
	});

	it('what is left of an n8n that is gone can be removed by its exact address, then it is free', async () => {
		await theirs.account(0);
		await theirs.account(1);
		const before = await meta.addresses();
		const one = await trigger(0);
		const [address] = /http:[^\s]+\/webhook\/theirs\/webhook/.exec(await refusal(one)) ?? [];
		const parameters = { resource: 'subscription', operation: 'removeAddress', address };
		const removed = await runOperation(here, credentials[0], parameters);
		expect(removed).toMatchObject([{ business_account: true, changed: true }]);
		// n8n tells of the refused publication for a while, so another workflow takes the place.
		const next = await trigger(0);
		await next.publish();
		expect(await meta.addresses()).toEqual({ ...before, [ids()[0]]: next.url });
	});

	it('another workflow of this n8n is named as such', async () => {
		const first = await trigger(0);
		await first.publish();
		const second = await trigger(0);
		await changesNothing(async () => {
			const words = await refusal(second);
			expect(words).toContain('Another workflow on this n8n already receives the webhooks');
			expect(words).toContain('hand messages to this one as a sub-workflow');
		});
		const text = write(0, meta.numbers[0][0]);
		await eventually(async () => expect(await textsOf(first)).toEqual([text]));
	});

	it('numbers with addresses of their own would leave nothing to receive', async () => {
		for (const number of meta.numbers[0]) await theirs.number(number);
		const one = await trigger(0);
		await changesNothing(async () => {
			expect(await refusal(one)).toContain('Nothing would arrive here');
		});
	});
});

describe('what is not ours is not touched', () => {
	it.each(['unpublish', 'remove'] as const)(
		'%s takes away our own address and leaves the app subscribed',
		async (how) => {
			await theirs.app();
			await theirs.account(1);
			const before = await meta.addresses();
			const one = await trigger(0);
			await one.publish();
			await one[how]();
			await eventually(async () =>
				expect(await meta.addresses()).toEqual({ ...before, [`${ids()[0]} subscribed`]: 'true' }),
			);
			expect(meta.writes().filter((write) => write.startsWith('DELETE'))).toEqual([]);
		},
	);

	it.each([
		['business account', 'businessAccount', async () => await theirs.account(0)],
		['number', 'phoneNumber', async () => await theirs.number(meta.numbers[0][0])],
		['app', 'app', async () => await theirs.app()],
	])(
		'%s: somebody moved the address meanwhile, so it stays',
		async (_name, webhookAddress, move) => {
			const one = await trigger(0, { webhookAddress });
			await one.publish();
			await move();
			await changesNothing(async () => {
				const before = asked();
				await one.unpublish();
				// It looks whose address it is, and leaves it.
				await eventually(async () => expect(asked()).toBeGreaterThan(before));
				await wait(500);
			});
		},
	);

	it('a publication that Meta refuses leaves everything as it was', async () => {
		await theirs.account(1);
		const before = await meta.addresses();
		// So little time that n8n's answer to the handshake always comes too late.
		for (const { control } of meta.emulators) control.settings({ retry: { timeout_ms: 1 } });
		const places = ['businessAccount', 'phoneNumber', 'app'];
		const all: TriggerWorkflow[] = [];
		for (const webhookAddress of places) all.push(await trigger(0, { webhookAddress }));
		const said = await Promise.all(all.map(refusal));
		for (const [i, words] of said.entries()) {
			expect(words).toContain(`Meta could not reach this n8n at ${all[i].url}`);
			expect(words).toContain('set WEBHOOK_URL');
		}
		expect(await meta.addresses()).toEqual(before);
	});
});

describe('a step that is missing is named, or done where the token may', () => {
	async function withAccount(change: Partial<(typeof meta.accounts)[0]>, parameters = {}) {
		const credential = await makeCredential(here, { ...meta.accounts[0], ...change });
		const one = await makeTrigger(here, credential, parameters);
		made.push(one);
		return one;
	}

	const MISSING: Array<[Record<string, string>, string[]]> = [
		[{ verifyToken: '' }, ['no Verify Token', 'Make up a long random word']],
		[{ appSecret: '' }, ['no App Secret', 'App settings > Basic']],
		[{ appSecret: 'f'.repeat(32) }, ['do not belong together', 'copy both']],
		[{ accessToken: 'EAAexpired-long-ago' }, ['access token', 'System users']],
		[{ businessAccountId: 'Acme' }, ['Business Account ID', 'API Setup']],
	];

	it('what the credential lacks is named, without its secrets', async () => {
		const all: TriggerWorkflow[] = [];
		for (const [change] of MISSING) all.push(await withAccount(change));
		await changesNothing(async () => {
			const said = await Promise.all(all.map(refusal));
			for (const [i, [change, words]] of MISSING.entries()) {
				const sentence = said[i].toLowerCase();
				for (const word of words) expect(sentence).toContain(word.toLowerCase());
				for (const secret of Object.values(change)) {
					if (secret.length > 9) expect(said[i]).not.toContain(secret);
				}
			}
		});
	});

	it('a permission the token lacks is named', async () => {
		for (const { control } of meta.emulators)
			control.settings({ token: { scopes: ['whatsapp_business_messaging'] } });
		const one = await trigger(0);
		expect(await refusal(one)).toMatch(/lacks the permission whatsapp_business_management.*tick/);
	});

	it.each(['phoneNumber', 'app'])(
		'%s: an app that is not subscribed is subscribed',
		async (webhookAddress) => {
			expect((await meta.addresses())[`${ids()[0]} subscribed`]).toBe('false');
			const one = await trigger(0, { webhookAddress });
			await one.publish();
			expect((await meta.addresses())[`${ids()[0]} subscribed`]).toBe('true');
			const text = write(0, meta.numbers[0][0]);
			await eventually(async () => expect(await textsOf(one)).toEqual([text]));
		},
	);
});

describe('through the life of a workflow', () => {
	it('publishing again, renaming and changing it keep exactly our address', async () => {
		const one = await trigger(0);
		await one.publish();
		const published = await meta.addresses();
		await changesNothing(async () => await one.publish());
		await changesNothing(async () => {
			await one.edit({ name: 'Renamed' });
			await one.publish();
		});
		await one.edit({ name: 'Renamed', parameters: { events: ['messages'] } });
		await one.publish();
		expect(await meta.addresses()).toEqual(published);
		const text = write(0, meta.numbers[0][0]);
		await eventually(async () => expect(await textsOf(one)).toEqual([text]));
	});

	it('what happens while it is published again goes to nobody else, and arrives', async () => {
		await theirs.app();
		for (const { control } of meta.emulators)
			control.settings({ retry: { first_ms: 100, factor: 1 }, throughput: 0 });
		const one = await trigger(0);
		await one.publish();
		const texts: string[] = [];
		let isOver = false;
		const people = (async () => {
			while (!isOver) {
				texts.push(write(0, meta.numbers[0][0]));
				await wait(25);
			}
		})();
		for (const events of [['messages'], ['messages', 'statuses'], ['messages', 'account']]) {
			await one.edit({ parameters: { events } });
			await one.publish();
		}
		isOver = true;
		await people;
		expect(texts.length).toBeGreaterThan(20);
		await meta.emulators[0].control.idle({ timeout_ms: 30_000 });
		await eventually(async () => expect((await textsOf(one)).sort()).toEqual(texts.sort()));
		expect(product.received()).toEqual([]);
	});

	it('a change of the address moves ours and nobody else’s', async () => {
		await theirs.account(1);
		const before = await meta.addresses();
		const one = await trigger(0);
		await one.publish();
		await one.edit({ parameters: { webhookAddress: 'phoneNumber' } });
		await one.publish();
		expect(await meta.addresses()).toEqual({
			...before,
			[`${ids()[0]} subscribed`]: 'true',
			[meta.numbers[0][0]]: one.url,
		});
	});

	it.each(['SIGTERM', 'SIGKILL'] as const)(
		'n8n is restarted with %s: Meta is not asked, and events arrive as before',
		async (signal) => {
			const one = await trigger(0);
			await one.publish();
			await changesNothing(async () => await restart(signal));
			const text = write(0, meta.numbers[0][0]);
			await eventually(async () => expect(await textsOf(one)).toEqual([text]), 60_000);
			await one.unpublish();
			await eventually(async () => expect((await meta.addresses())[ids()[0]]).toBe(''));
		},
	);
});
