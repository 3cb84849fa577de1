import { explainRefusal } from '../catalogue';
import type { Graph } from '../client';
import { GraphError } from '../error';
import type { CredentialToCheck } from './input';

/** What `debug_token` tells about a token; only what we read. */
export interface TokenFacts {
	app_id?: string;
	is_valid?: boolean;
	/** Unix seconds; 0 means never. */
	expires_at?: number;
	scopes?: string[];
	granular_scopes?: { scope: string; target_ids?: string[] }[];
	error?: { code?: number; subcode?: number };
}

const DAY_MS = 86_400_000;
const SOON_MS = 7 * DAY_MS;
const NEEDED = ['whatsapp_business_messaging', 'whatsapp_business_management'];

/** What Meta says about the token, or its refusal. Asked as the app, it proves that App ID and App Secret belong together. */
export async function askForToken(graph: Graph, token: string): Promise<TokenFacts | GraphError> {
	try {
		return await debugToken(graph, token);
	} catch (error) {
		if (error instanceof GraphError) return error;
		return await Promise.reject(error);
	}
}

/** The one call whose URL holds a token: Meta offers no other way. */
async function debugToken(graph: Graph, token: string): Promise<TokenFacts> {
	const { data } = await graph<{ data?: TokenFacts }>({
		method: 'GET',
		path: '/debug_token',
		qs: { input_token: token },
	});
	return data ?? {};
}

/** Meta is unwell or asked too often: that says nothing about the credential. */
export const isBusy = ({ action }: GraphError) => action === 'retry' || action === 'slowDown';

/** Why Meta did not answer the app. Code 100 means that the token is fine and belongs to somebody else. */
export function aboutApp(refusal: GraphError): string {
	if (refusal.code === 100) {
		return 'The Access Token belongs to another Meta app than the App ID: enter the App ID and App Secret of the app that the token was generated for.';
	}
	return 'App ID and App Secret do not belong together: copy both from App settings > Basic at developers.facebook.com. A secret that was reset there has to be entered here again.';
}

function whyInvalid({ error, expires_at }: TokenFacts, now: number): string {
	if (expires_at && expires_at * 1000 <= now)
		return `The Access Token expired on ${day(expires_at)}.`;
	return explainRefusal({ code: 190, subcode: error?.subcode, httpStatus: 401, isTransient: false })
		.meaning;
}

const day = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);

/** Sentences about a token, from Meta's own description of it. `now` in milliseconds. */
export function aboutToken(facts: TokenFacts, { appId }: CredentialToCheck, now: number): string[] {
	const { is_valid, expires_at, scopes = [], app_id } = facts;
	if (is_valid !== true) {
		return [
			`${whyInvalid(facts, now)} Generate a new one in Business settings > System users; there it can be set never to expire.`,
		];
	}
	const findings: string[] = [];
	if (app_id !== undefined && app_id !== appId) {
		findings.push(
			`The Access Token was generated for the app ${app_id}, but the App ID is ${appId}: enter the ID and secret of that app, or generate the token for this one.`,
		);
	}
	if (expires_at && expires_at * 1000 - now < SOON_MS) {
		findings.push(
			`The Access Token expires on ${day(expires_at)}: generate one that never expires in Business settings > System users.`,
		);
	}
	const missing = NEEDED.filter((scope) => !scopes.includes(scope));
	if (missing.length > 0) {
		findings.push(
			`The Access Token lacks ${missing.join(' and ')}: generate it again and tick ${missing.length > 1 ? 'both permissions' : 'this permission'}.`,
		);
	}
	return findings;
}

/** Meta lists the accounts a scope was granted for; no list means all of them. */
export function isGrantedFor(facts: TokenFacts, scope: string, id: string): boolean {
	const targets = facts.granular_scopes?.find((granted) => granted.scope === scope)?.target_ids;
	return targets === undefined || targets.length === 0 || targets.includes(id);
}
