import type { ILoadOptionsFunctions } from 'n8n-workflow';
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
