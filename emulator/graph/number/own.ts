import type { PhoneNumber } from '../../store';
import type { World } from '../../world';
import type { Call } from '../call';
import { GraphFailure, noSuchObject } from '../error';

/** The number a call is about; throws when it is not one of ours. */
export function ownNumber({ store }: World, { method, id }: Call): PhoneNumber {
	const number = store.phoneNumbers.get(id);
	if (!number) throw noSuchObject(method, id);
	return number;
}

/** Most management edges insist on it. */
export function requireProduct({ params }: Call): void {
	if (params.messaging_product === undefined)
		throw new GraphFailure(100, { message: '(#100) The parameter messaging_product is required.' });
	if (params.messaging_product !== 'whatsapp')
		throw invalid(
			`Param messaging_product must be one of {WHATSAPP} - got "${String(params.messaging_product)}".`,
		);
}

/** Graph's plain "something is wrong with this parameter". */
export const invalid = (text: string) => new GraphFailure(100, { message: `(#100) ${text}` });
