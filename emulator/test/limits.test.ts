import { manualClock, startEmulator, type Emulator } from '../index';
import { closeAtTheEnd } from './support/leftovers';
import { PERSON, template, text } from './support/stage';

const HOUR = 3_600_000;
const clock = manualClock(Date.UTC(2026, 10, 22, 12));
let emulator: Emulator;

beforeEach(async () => {
	emulator = closeAtTheEnd(await startEmulator({ clock, throughput: 5, pair_limit: true }));
});
afterEach(async () => await emulator.close());

async function send(body: object): Promise<number> {
	const { url, config } = emulator;
	const response = await fetch(`${url}/v25.0/${config.phoneNumberId}/messages`, {
		method: 'POST',
		headers: { authorization: `Bearer ${config.accessToken}`, 'content-type': 'application/json' },
		body: JSON.stringify({ messaging_product: 'whatsapp', ...body }),
	});
	const { error } = (await response.json()) as { error?: { code: number } };
	return error?.code ?? 200;
}

it('takes a free-form message for exactly 24 hours after the person wrote', async () => {
	expect(await send(text('hi'))).toBe(131047);
	emulator.control.receive({ from: PERSON });
	expect(await send(text('hi'))).toBe(200);
	clock.advance(24 * HOUR - 1);
	expect(await send(text('hi'))).toBe(200);
	clock.advance(1);
	expect(await send(text('hi'))).toBe(131047);
	expect(await send(template('hello_world'))).toBe(200);
	emulator.control.settings({ enforce_window: false });
	expect(await send(text('hi'))).toBe(200);
});

it('refuses what exceeds the speed of the number, until time has passed', async () => {
	const burst = async () => {
		const codes: number[] = [];
		for (let n = 0; n < 7; n++) codes.push(await send(template('hello_world', `1555000000${n}`)));
		return codes;
	};
	expect(await burst()).toEqual([200, 200, 200, 200, 200, 130429, 130429]);
	clock.advance(400);
	expect((await burst()).filter((code) => code === 200)).toHaveLength(2);
	emulator.control.settings({ throughput: 0 });
	expect(new Set(await burst())).toEqual(new Set([200]));
});

it('borrows 45 messages to one person from the future, then takes one in six seconds', async () => {
	emulator.control.settings({ throughput: 0 });
	for (let n = 0; n < 45; n++) expect(await send(template('hello_world'))).toBe(200);
	expect(await send(template('hello_world'))).toBe(131056);
	expect(await send(template('hello_world', '15550000002'))).toBe(200);
	clock.advance(5999);
	expect(await send(template('hello_world'))).toBe(131056);
	clock.advance(1);
	expect(await send(template('hello_world'))).toBe(200);
	expect(await send(template('hello_world'))).toBe(131056);
});

it('refuses the sender as recipient, and on demand everybody who is not on a list', async () => {
	const own = emulator.config.displayPhoneNumber;
	expect(await send(template('hello_world', own))).toBe(131021);
	emulator.control.settings({ allowed_recipients: ['+1 555 123 4567'] });
	expect(await send(template('hello_world', '15550000001'))).toBe(131030);
	expect(await send(template('hello_world'))).toBe(200);
});

it('accepts a message to somebody without WhatsApp and fails it later', async () => {
	emulator.control.settings({ not_on_whatsapp: [PERSON] });
	expect(await send(template('hello_world'))).toBe(200);
	clock.advance(1000);
	expect(emulator.control.record().messages).toMatchObject([
		{ states: { failed: { code: 131026 } } },
	]);
});

it.each([
	['+52 55 1234 5678', '5215512345678'],
	['+54 11 2345 6789', '5491123456789'],
	['+55 47 99123 4567', '554791234567'],
	['+55 11 99123 4567', '5511991234567'],
	['+49 (151) 234-5678', '491512345678'],
])('knows %s as %s', async (to, waId) => {
	expect(await send(template('hello_world', to))).toBe(200);
	expect(emulator.control.record().messages).toMatchObject([{ to: waId }]);
});
