import { openWebhook } from '../../core/webhook/open';
import type { Random } from '../support/random';
import { sign } from './sign';
import type { Signed } from './speed';

type Forgery = (genuine: Signed, other: Signed, random: Random) => [Buffer, string | undefined];

const HEX = '0123456789abcdef';

function changed(bytes: Buffer, random: Random, edit: (copy: Buffer, at: number) => void): Buffer {
	const copy = Buffer.from(bytes);
	edit(copy, random.int(copy.length));
	return copy;
}

const splice = (bytes: Buffer, at: number, remove: number, add: Buffer) =>
	Buffer.concat([bytes.subarray(0, at), add, bytes.subarray(at + remove)]);

/** Ways to come by a call that this app secret never signed. Each differs from the genuine one by construction. */
const FORGERIES: Record<string, Forgery> = {
	'one bit of the body': ({ bytes, signature }, _, random) => [
		changed(bytes, random, (copy, at) => (copy[at] ^= 1 << random.int(8))),
		signature,
	],
	'one byte more': ({ bytes, signature }, _, random) => [
		splice(bytes, random.int(bytes.length + 1), 0, Buffer.from([random.int(256)])),
		signature,
	],
	'one byte less': ({ bytes, signature }, _, random) => [
		splice(bytes, random.int(bytes.length), 1, Buffer.alloc(0)),
		signature,
	],
	'parsed and written again': ({ bytes, signature }) => [
		Buffer.from(JSON.stringify(JSON.parse(bytes.toString()), null, 1)),
		signature,
	],
	'signature of another body': ({ bytes }, other) => [bytes, other.signature],
	'one digit of the signature': ({ bytes, signature }, _, random) => {
		const at = 7 + random.int(64);
		const digit = HEX[(HEX.indexOf(signature[at]) + 1 + random.int(15)) % 16];
		return [bytes, signature.slice(0, at) + digit + signature.slice(at + 1)];
	},
	'signature cut': ({ bytes, signature }, _, random) => [
		bytes,
		signature.slice(0, random.int(signature.length)),
	],
	'signature and more': ({ bytes, signature }, _, random) => [
		bytes,
		signature + random.pick([' ', '0', ',', '\0', `,${signature}`]),
	],
	'other scheme': ({ bytes, signature }, _, random) => [
		bytes,
		random.pick(['sha1=', 'sha512=', 'SHA256=', 'sha256:', '', 'sha256==']) + signature.slice(7),
	],
	'another secret': ({ bytes }, _, random) => [
		bytes,
		sign(random.pick(['0', 'guess', 'a'.repeat(32)]), bytes),
	],
	'no signature': ({ bytes }, _, random) => [bytes, random.pick([undefined, '', 'sha256='])],
	'random signature': ({ bytes }, _, random) => [
		bytes,
		`sha256=${Array.from({ length: 64 }, () => HEX[random.int(16)]).join('')}`,
	],
};

/** Sends `count` forged or mutated calls and, now and then, a genuine one, which must be let in. */
export function forge(secret: string, genuine: Signed[], count: number, random: Random) {
	const names = Object.keys(FORGERIES);
	const accepted: Record<string, number> = {};
	const result = { forged: 0, forged_accepted: 0, threw: 0, genuine: 0, genuine_refused: 0 };
	for (let i = 0; i < count; i++) {
		const name = names[i % names.length];
		const call = random.pick(genuine);
		const other = genuine[(genuine.indexOf(call) + 1) % genuine.length];
		const [bytes, signature] = FORGERIES[name](call, other, random);
		result.forged++;
		try {
			if (openWebhook(secret, bytes, signature).ok) {
				result.forged_accepted++;
				accepted[name] = (accepted[name] ?? 0) + 1;
			}
		} catch {
			result.threw++;
		}
		if (i % 100 !== 0) continue;
		result.genuine++;
		if (!openWebhook(secret, call.bytes, call.signature).ok) result.genuine_refused++;
	}
	return { ...result, accepted, kinds: names.length };
}
