import { eventually } from './support/eventually';
import { startMetaApp, type MetaApp } from './support/metaApp';
import { stack, type Stack } from './support/stack';
import { makeCredential, makeTrigger, type TriggerWorkflow } from './support/triggers';

jest.setTimeout(300_000);

let here: Stack;
let meta: MetaApp;
let credential: { id: string; name: string };
const made: TriggerWorkflow[] = [];

beforeAll(async () => {
	here = await stack();
	meta = await startMetaApp(here.state.account);
	credential = await makeCredential(here, meta.accounts[0]);
});

afterEach(async () => {
	for (const one of made.splice(0)) await one.unpublish().catch(() => undefined);
	await eventually(async () =>
		expect((await meta.addresses())[meta.accounts[0].businessAccountId]).toBe(''),
	);
});

afterAll(async () => await meta.close());

async function trigger(simulatedEvent = 'text') {
	const one = await makeTrigger(here, credential, { simulatedEvent });
	made.push(one);
	return one;
}

const asked = () => meta.emulators.flatMap(({ control }) => control.requests()).length;

function write(text: string): void {
	meta.emulators[0].control.receive({ from: '15550310001', type: 'text', text });
}

/** The items of a test listen, once they are there. */
async function heard(one: TriggerWorkflow): Promise<Array<Record<string, unknown>>> {
	let items: Array<Record<string, unknown>> = [];
	await eventually(async () => {
		items = (await one.items()).filter(({ test }) => test !== undefined);
		expect(items).not.toEqual([]);
	});
	return items;
}

it.each([
	['text', { kind: 'message', type: 'text' }],
	['button', { kind: 'message', type: 'button' }],
	['image', { kind: 'message', type: 'image' }],
	['delivered', { kind: 'status', status: 'delivered' }],
	['failed', { kind: 'status', status: 'failed' }],
	['optOut', { kind: 'account', event: 'stop' }],
	['templatePaused', { kind: 'account', event: 'PAUSED' }],
])('gets a simulated event of the chosen kind, and says that it is: %s', async (kind, expected) => {
	const one = await trigger(kind);
	const before = asked();
	expect(await one.listen()).toMatchObject({ waitingForWebhook: true });
	expect(await heard(one)).toMatchObject([{ ...expected, test: 'simulated' }]);
	expect(asked()).toBe(before);
});

it('asks and changes nothing at Meta, and what is published goes on receiving meanwhile', async () => {
	const one = await trigger();
	await one.publish();
	const addresses = await meta.addresses();
	const before = asked();
	await one.listen();
	write('during the listen');
	await heard(one);
	write('after the listen');
	await eventually(async () => {
		const real = (await one.items()).filter(({ test }) => test === undefined);
		expect(real.map(({ text }) => text)).toEqual(['during the listen', 'after the listen']);
	});
	expect(asked()).toBe(before);
	expect(await meta.addresses()).toEqual(addresses);
});

it('gets the last real event once more, and says that it is one', async () => {
	const one = await trigger('lastReal');
	await one.publish();
	write('for real');
	await eventually(async () => expect(await one.items()).toHaveLength(1));
	await one.listen();
	expect(await heard(one)).toMatchObject([{ text: 'for real', test: 'replayed' }]);
});

it('gets a simulated one where no real event is remembered, and says so', async () => {
	const one = await trigger('lastReal');
	await one.listen();
	expect(await heard(one)).toMatchObject([{ type: 'text', test: 'simulated' }]);
});
