import { accessCodes, permissionEntry, tokenSubcodes } from './codes/access';
import { accountCodes } from './codes/accounts';
import { limitCodes } from './codes/limits';
import { mediaGroupCallCodes } from './codes/mediaGroupsCalls';
import { outageCodes } from './codes/outages';
import { recipientCodes } from './codes/recipients';
import { requestCodes } from './codes/requests';
import { templateCodes } from './codes/templates';
import { entry, type CatalogueEntry, type Codes } from './entry';

export type { Action, Bucket, CatalogueEntry } from './entry';

/** Every code Meta documents for the WhatsApp Business Platform. Never matched on Meta's English. */
export const catalogue: Codes = {
	...accessCodes,
	...limitCodes,
	...outageCodes,
	...recipientCodes,
	...requestCodes,
	...templateCodes,
	...accountCodes,
	...mediaGroupCallCodes,
};

const unknownCode = entry(
	'unknown',
	'Unknown',
	'Meta refused this with a code we do not know yet.',
	'Read the detail beside it; Meta explains its codes at developers.facebook.com under WhatsApp > Error codes.',
);

/** Looks a code up. Never throws: an unknown code has an entry that says so, 200 to 299 are the permission family. */
export function explain(code: number | string): CatalogueEntry {
	const number = typeof code === 'number' ? code : Number.parseInt(code, 10);
	return catalogue[number] ?? (number >= 200 && number <= 299 ? permissionEntry : unknownCode);
}

/** The facts of one refusal, as Graph states them. */
export interface Refusal {
	code: number;
	subcode?: number;
	httpStatus: number;
	isTransient: boolean;
}

/** Management calls put the telling number into the subcode: 2388xxx and 2494xxx, and 33 beside the general code 100. */
function tellingSubcode({ code, subcode }: Refusal): CatalogueEntry | undefined {
	if (subcode === undefined) return undefined;
	if (code === 190) return tokenSubcodes[subcode];
	return code === 100 || subcode >= 1_000_000 ? catalogue[subcode] : undefined;
}

/** Like `explain`, with all that Graph said. An unknown code that Graph calls transient, or sends with a 5xx, is a retry. */
export function explainRefusal(refusal: Refusal): CatalogueEntry {
	const found = tellingSubcode(refusal) ?? explain(refusal.code);
	if (found !== unknownCode) return found;
	if (refusal.httpStatus === 429) return catalogue[429];
	return refusal.isTransient || refusal.httpStatus >= 500
		? { ...outageCodes[2], meaning: 'Meta could not do this for the moment.' }
		: found;
}
