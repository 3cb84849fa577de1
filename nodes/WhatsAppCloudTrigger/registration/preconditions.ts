import { aboutApp, isBusy } from '../../../core/graph/credential/token';
import { GraphError } from '../../../core/graph/error';
import { Refusal, type Registration } from './address';

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

const MANAGE = 'whatsapp_business_management';

/** What can be said without asking Meta. */
function checkFields({ url, verifyToken, appSecret, account }: Registration): void {
	if (!verifyToken) {
		throw new Refusal(
			'The credential has no Verify Token.',
			'Make up a long random word and enter it as Verify Token. Meta repeats it when the webhook is set up.',
		);
	}
	if (!appSecret) {
		throw new Refusal(
			'The credential has no App Secret.',
			'Copy it from App settings > Basic at developers.facebook.com. Meta signs every webhook with it, and what is not signed is refused.',
		);
	}
	if (!/^\d+$/.test(account.appId)) {
		throw new Refusal(
			'The credential has no usable App ID.',
			'Enter it: at developers.facebook.com open My Apps, choose the app, then App settings > Basic.',
		);
	}
	// Meta accepts https only; an emulator on this machine takes what it gets.
	if (url.startsWith('https://') || LOOPBACK.test(account.baseUrl.hostname)) return;
	throw new Refusal(
		`Meta sends webhooks to https addresses only, and this n8n gave ${url}`,
		'Set the environment variable WEBHOOK_URL of n8n to its public https address, restart n8n and publish the workflow again.',
	);
}

/**
 * Meta acts for the app that the token belongs to and signs with that app's secret. With another App ID we would look
 * for somebody else's address in the wrong place, and with another secret refuse every webhook that arrives.
 */
async function checkApp({ tokenFacts, account }: Registration): Promise<void> {
	const facts = await tokenFacts();
	if (facts instanceof GraphError) {
		if (isBusy(facts)) throw facts;
		throw new Refusal(
			aboutApp(facts),
			'This trigger would refuse every webhook with another App Secret.',
		);
	}
	const { app_id, is_valid, scopes } = facts;
	// A token that is not valid is explained by Meta's answer to the call that follows.
	if (is_valid !== true) return;
	if (app_id !== undefined && app_id !== account.appId) {
		throw new Refusal(
			`The Access Token was generated for the app ${app_id}, but the App ID is ${account.appId}.`,
			'Enter the App ID and App Secret of that app, or generate the token for this one.',
		);
	}
	if (scopes && !scopes.includes(MANAGE)) {
		throw new Refusal(
			`The Access Token lacks the permission ${MANAGE}, without which no webhook can be set up.`,
			'Generate it again in Business settings > System users and tick this permission.',
		);
	}
}

/** Throws a Refusal for whatever is missing before Meta is asked to change anything. */
export async function checkPreconditions(registration: Registration): Promise<void> {
	checkFields(registration);
	await checkApp(registration);
}
