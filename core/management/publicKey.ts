import { createPublicKey, type KeyObject } from 'node:crypto';
import { InputError } from '../input';

function read(pem: string): KeyObject | undefined {
	try {
		return createPublicKey(pem);
	} catch {
		return undefined;
	}
}

/** A 2048-bit RSA public key in PEM form. Throws InputError, which never repeats what was entered, for anything else. */
export function rsaPublicKey(input: string): string {
	const pem = input.trim().replace(/\\n/g, '\n');
	if (pem.includes('PRIVATE KEY')) {
		throw new InputError(
			'This is the private key, which must stay with you. It was not sent. Enter the public one, which begins with -----BEGIN PUBLIC KEY-----.',
		);
	}
	const key = read(pem);
	if (key?.asymmetricKeyType === 'rsa' && key.asymmetricKeyDetails?.modulusLength === 2048) {
		return pem;
	}
	throw new InputError(
		'This is no RSA public key of 2048 bits in PEM form. It begins with -----BEGIN PUBLIC KEY----- and keeps its line breaks.',
	);
}
