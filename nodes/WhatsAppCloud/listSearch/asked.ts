import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { InputError } from '../../../core/input';
import type { Account } from '../../shared/credentials';
import { toNodeError } from '../../shared/errors';
import { connect, type Connection } from '../../shared/transport';

/** Asks Graph for the editor. What goes wrong is told in the list's own place, in our words. */
export async function asked<T>(
	context: ILoadOptionsFunctions,
	question: (connection: Connection) => Promise<T>,
): Promise<T> {
	try {
		return await question(await connect(context));
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

/** True when every word of the filter occurs in the text, in any order. */
export function matches(text: string, filter = ''): boolean {
	const plain = text.toLowerCase();
	return filter
		.toLowerCase()
		.split(/\s+/)
		.every((word) => plain.includes(word));
}

/** The number chosen in the node's panel, else the credential's. Throws InputError when there is none. */
export function numberIn(context: ILoadOptionsFunctions, account: Account): string {
	const chosen = context.getCurrentNodeParameter('phoneNumberId', { extractValue: true });
	const id = typeof chosen === 'string' && chosen.trim() ? chosen.trim() : account.phoneNumberId;
	if (/^\d+$/.test(id)) return id;
	throw new InputError('Choose a Phone Number first, or enter one in the credential.');
}
