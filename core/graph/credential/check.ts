import type { Graph } from '../client';
import { GraphError, NoAnswerError } from '../error';
import { checkInput, type CredentialToCheck } from './input';
import { aboutNumbers, askForNumbers, nameOf } from './numbers';
import { aboutApp, aboutToken, askForToken, isBusy, isGrantedFor, type TokenFacts } from './token';

/** The two voices: with the access token, and as the app (`APP_ID|APP_SECRET`). */
export interface Askers {
	asToken: Graph;
	asApp: Graph;
}

export interface CredentialReport {
	/** Empty when all is well; otherwise a sentence with its next step each. */
	findings: string[];
	/** One sentence about a credential that works. */
	summary: string;
}

const bad = (...findings: string[]): CredentialReport => ({ findings, summary: '' });

/** Meta's view of the token, by the app if it is known to Meta, else by the token itself. */
async function tokenFacts(
	{ asApp, asToken }: Askers,
	token: string,
): Promise<{ facts: TokenFacts; findings: string[] }> {
	const asked = await askForToken(asApp, token);
	if (!(asked instanceof GraphError)) return { facts: asked, findings: [] };
	if (isBusy(asked)) throw asked;
	const own = await askForToken(asToken, token);
	if (own instanceof GraphError && isBusy(own)) throw own;
	const facts = own instanceof GraphError ? { is_valid: false, error: own } : own;
	return { facts, findings: [aboutApp(asked)] };
}

async function ask(
	credential: CredentialToCheck,
	askers: Askers,
	now: number,
): Promise<CredentialReport> {
	const { accessToken, businessAccountId, phoneNumberId } = credential;
	const { facts, findings } = await tokenFacts(askers, accessToken);
	// With an app that Meta does not accept, its ID cannot be compared with the token's; the first sentence covers it.
	const compared = findings.length > 0 ? { ...facts, app_id: undefined } : facts;
	findings.push(...aboutToken(compared, credential, now));
	if (facts.is_valid !== true) return bad(...findings);

	const canRead = facts.scopes?.includes('whatsapp_business_management');
	const numbers = canRead ? await askForNumbers(askers.asToken, businessAccountId) : [];
	if (canRead) findings.push(...aboutNumbers(numbers, credential));
	// An account that cannot be read has its sentence already.
	if (
		Array.isArray(numbers) &&
		!isGrantedFor(facts, 'whatsapp_business_messaging', businessAccountId)
	) {
		findings.push(
			`The Access Token may not send from the business account ${businessAccountId}: generate it again and choose this account.`,
		);
	}
	const number = Array.isArray(numbers)
		? numbers.find(({ id }) => id === phoneNumberId)
		: undefined;
	return { findings, summary: `Connected${number ? ` with ${nameOf(number)}` : ''}.` };
}

/**
 * Finds out whether a credential works, and lists everything that does not, so that one visit to Meta's dashboard is
 * enough. Asks Meta only when the fields can be right at all. `now` in milliseconds. Never throws for what Graph or
 * the network say.
 */
export async function checkCredential(
	credential: CredentialToCheck,
	askers: Askers,
	now: number,
): Promise<CredentialReport> {
	const wrong = checkInput(credential);
	if (wrong.length > 0) return bad(...wrong);
	try {
		return await ask(credential, askers, now);
	} catch (error) {
		if (error instanceof NoAnswerError) return bad(`${error.message} ${error.nextStep}`);
		if (error instanceof GraphError) return bad(`${error.reason} ${error.nextStep}`);
		return await Promise.reject(error);
	}
}
