import { createPublicKey } from 'node:crypto';
import type { World } from '../../world';
import type { Call } from '../call';
import { GraphFailure } from '../error';
import type { Route } from '../route';
import { invalid, ownNumber } from './own';

/** The public key that flows with an endpoint are encrypted for. */
function read(world: World, call: Call): unknown {
	const { encryptionKey } = ownNumber(world, call);
	if (!encryptionKey) return { data: [] };
	return {
		data: [{ business_public_key: encryptionKey, business_public_key_signature_status: 'VALID' }],
	};
}

function write(world: World, call: Call): { success: true } {
	const number = ownNumber(world, call);
	const key = call.params.business_public_key;
	if (!key) throw invalid('Missing required parameter: business_public_key');
	if (!isRsa2048(String(key)))
		throw new GraphFailure(100, {
			message: '(#100) Business public key is invalid',
			userTitle: 'Invalid Public Key',
			userMessage: 'The provided public key format is invalid',
		});
	number.encryptionKey = String(key);
	return { success: true };
}

function isRsa2048(pem: string): boolean {
	try {
		const key = createPublicKey(pem);
		return key.asymmetricKeyType === 'rsa' && key.asymmetricKeyDetails?.modulusLength === 2048;
	} catch {
		return false;
	}
}

const path = '/:id/whatsapp_business_encryption';
const needs = 'whatsapp_business_management';

export const encryptionRoutes: Route[] = [
	{ method: 'GET', path, needs, run: read },
	{ method: 'POST', path, needs, run: write },
];
