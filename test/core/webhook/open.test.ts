import fc from 'fast-check';
import { toEvents } from '../../../core/webhook/events';
import { openWebhook } from '../../../core/webhook/open';
import { isSameSecret, signatureOf } from '../../../core/webhook/signature';

const SECRET = 'not-a-real-app-secret';
const body = Buffer.from('{"object":"whatsapp_business_account","entry":[]}');

describe('signature', () => {
	it('is what Meta computes', () => {
		expect(signatureOf('test_app_secret', body)).toBe(
			'sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756',
		);
	});

	it('is taken over the bytes as sent, escapes and all', () => {
		const escaped = Buffer.from(
			'{"object":"whatsapp_business_account","entry":[],"x":"\\u00e4\\/"}',
		);
		const plain = Buffer.from(JSON.stringify(JSON.parse(escaped.toString())));
		expect(openWebhook(SECRET, escaped, signatureOf(SECRET, escaped)).ok).toBe(true);
		expect(openWebhook(SECRET, escaped, signatureOf(SECRET, plain)).ok).toBe(false);
	});

	it('cannot be made without a secret', () => {
		expect(() => signatureOf('', body)).toThrow('app secret');
	});

	it.each([
		['a', 'a', true],
		['a', 'b', false],
		['a', 'ab', false],
		['ä', 'a', false],
		['', '', false],
	])('%p and %p are the same: %p', (a, b, same) => expect(isSameSecret(a, b)).toBe(same));
});

describe('openWebhook', () => {
	const good = signatureOf(SECRET, body);

	it.each<[string, string, Buffer, string | undefined, object]>([
		['a signed webhook', SECRET, body, good, { ok: true }],
		['a missing signature', SECRET, body, undefined, { status: 401, reason: 'no signature' }],
		['an empty signature', SECRET, body, '', { status: 401, reason: 'no signature' }],
		['another app', SECRET, body, signatureOf('other', body), { status: 401 }],
		['half a signature', SECRET, body, good.slice(0, 40), { status: 401 }],
		['a signature without its prefix', SECRET, body, good.slice(7), { status: 401 }],
		['a signature in capitals', SECRET, body, good.toUpperCase(), { status: 401 }],
		['a signature with something after it', SECRET, body, `${good}0`, { status: 401 }],
		['an unknown secret', '', body, good, { status: 401, reason: expect.stringMatching('secret') }],
		['no bytes', SECRET, Buffer.alloc(0), signatureOf(SECRET, Buffer.alloc(0)), { status: 400 }],
	])('answers %s', (_name, secret, bytes, signature, expected) => {
		expect(openWebhook(secret, bytes, signature)).toMatchObject(expected);
	});

	it.each([
		['null', 'null'],
		['a list', '[]'],
		['a text', '"whatsapp_business_account"'],
		['another product', '{"object":"instagram","entry":[]}'],
		['entries that are an object', '{"object":"whatsapp_business_account","entry":{}}'],
		['two documents', '{"object":"whatsapp_business_account"}{}'],
		['deep nesting', '{"object":'.padEnd(200_000, '[')],
	])('refuses a signed body that is %s with 400', (_name, json) => {
		const raw = Buffer.from(json);
		expect(openWebhook(SECRET, raw, signatureOf(SECRET, raw))).toMatchObject({
			ok: false,
			status: 400,
		});
	});

	it('takes brackets inside texts for text', () => {
		const raw = Buffer.from(
			`{"object":"whatsapp_business_account","entry":[],"x":"\\"${'['.repeat(500)}"}`,
		);
		expect(openWebhook(SECRET, raw, signatureOf(SECRET, raw)).ok).toBe(true);
	});

	it('never opens a body with a signature that is not exactly the right one', () => {
		fc.assert(
			fc.property(
				fc.uint8Array({ maxLength: 200 }),
				fc.nat(70),
				fc.integer({ min: 0x20, max: 0x7e }),
				(bytes, position, char) => {
					const raw = Buffer.concat([body, Buffer.from(bytes)]);
					const right = signatureOf(SECRET, raw);
					const wrong =
						right.slice(0, position) + String.fromCharCode(char) + right.slice(position + 1);
					fc.pre(wrong !== right);
					expect(openWebhook(SECRET, raw, wrong)).toMatchObject({ ok: false, status: 401 });
				},
			),
			{ numRuns: 2_000 },
		);
	});

	it('never opens a body that was changed after signing', () => {
		fc.assert(
			fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
				const changed = Buffer.from(body);
				changed[at] ^= flip;
				expect(openWebhook(SECRET, changed, good).ok).toBe(false);
			}),
		);
	});

	it('opens or refuses any JSON, and splits whatever it opens, without throwing', () => {
		fc.assert(
			fc.property(fc.json({ maxDepth: 6 }), (json) => {
				const raw = Buffer.from(`{"object":"whatsapp_business_account","entry":${json}}`);
				const opened = openWebhook(SECRET, raw, signatureOf(SECRET, raw));
				if (opened.ok) toEvents(opened.webhook, 1_790_000_000, { raw: true });
				else expect(opened.status).toBe(400);
			}),
			{ numRuns: 1_000 },
		);
	});
});
