import { createHash, randomBytes, randomInt } from 'node:crypto';

/**
 * A message ID as Meta builds them: base64 over the other party's number and a random part. Never from the seed: two
 * runs with the same seed must not hand out the same IDs.
 */
export function messageId(party: string, direction: 'in' | 'out'): string {
	const number = Buffer.from(party.slice(0, 127));
	const name = Buffer.from(
		randomBytes(direction === 'in' ? 10 : 9)
			.toString('hex')
			.toUpperCase(),
	);
	const head = Buffer.from([0x1c, 0x18, number.length]);
	const middle = [0x15, 0x02, 0x00, direction === 'in' ? 0x12 : 0x11, 0x18, name.length];
	return `wamid.${Buffer.concat([head, number, Buffer.from(middle), name, Buffer.of(0)]).toString('base64')}`;
}

/** A numeric ID in the size Meta uses. */
export const objectId = () => `${randomInt(1e14, 2 ** 47)}${randomInt(10, 99)}`;

/** A template's ID: webhooks carry it as a JSON number, so it must survive as one. */
export const templateId = () => `${randomInt(1e14, 2 ** 47)}${randomInt(0, 10)}`;

/** A group's ID, base64 over what it is, as at Meta. */
export const groupId = (digits: string) =>
	Buffer.from(`capi_group:${digits}:${randomInt(1e14, 2 ** 47)}`).toString('base64url');

/**
 * The business-scoped user ID of a phone number: the same person is always the same ID. The country part is a guess
 * from the calling code of the larger countries; analytics counts by it.
 */
export function userIdOf(digits: string): string {
	const country = COUNTRIES.find(([code]) => digits.startsWith(code))?.[1] ?? 'US';
	const hash = BigInt(`0x${createHash('sha256').update(digits).digest('hex').slice(0, 20)}`);
	return `${country}.${hash.toString().slice(0, 20).padStart(17, '1')}`;
}

const COUNTRIES =
	'1 US,7 RU,20 EG,27 ZA,31 NL,32 BE,33 FR,34 ES,39 IT,41 CH,43 AT,44 GB,45 DK,46 SE,47 NO,48 PL,49 DE,51 PE,52 MX,54 AR,55 BR,56 CL,57 CO,60 MY,61 AU,62 ID,63 PH,65 SG,81 JP,82 KR,90 TR,91 IN,92 PK,234 NG,254 KE,351 PT,353 IE,358 FI,966 SA,971 AE,972 IL'
		.split(',')
		.map((line) => line.split(' ') as [string, string]);
