import type { ICredentialDataDecryptedObject, IHookFunctions } from 'n8n-workflow';
import { signatureOf } from '../../core/webhook/signature';
import { clock } from '../shared/clock';
import { CREDENTIAL, toCredentials, type WhatsAppCredentials } from '../shared/credentials';
import { Recent } from './recent';
import { simulatedWebhook } from './samples';
import { nowInSeconds, peekState, stateKey } from './state';

/** Tells the test call apart; it counts only where n8n itself says that this is a test. */
export const TEST_HEADER = 'x-whatsapp-cloud-test';

export type TestKind = 'simulated' | 'replayed';

export const testKindOf = (header: unknown): TestKind | undefined =>
	header === 'simulated' || header === 'replayed' ? header : undefined;

/** n8n finishes registering its test address after `create` has returned. */
const SETTLE_MS = 1_000;

const testAddresses = new Recent(200);

/** True for an address of a test listen of this process: nothing was ever registered at Meta for it. */
export const isTestAddress = (url: string) => testAddresses.has(url);

interface TestCall {
	kind: TestKind;
	body: Buffer;
	signature: string;
}

/** The last real webhook if it is asked for and known, else one made up. */
export function prepareTestCall(
	choice: string,
	credentials: WhatsAppCredentials,
	lastBody: Buffer | undefined,
	now: number,
): TestCall {
	const replay = choice === 'lastReal' ? lastBody : undefined;
	const body = replay ?? Buffer.from(JSON.stringify(simulatedWebhook(choice, credentials, now)));
	return {
		kind: replay ? 'replayed' : 'simulated',
		body,
		signature: signatureOf(credentials.appSecret, body),
	};
}

async function post(context: IHookFunctions, url: string, call: TestCall): Promise<void> {
	await clock.sleep(SETTLE_MS);
	await context.helpers.httpRequest({
		method: 'POST',
		url,
		body: call.body,
		headers: {
			'Content-Type': 'application/json',
			'X-Hub-Signature-256': call.signature,
			[TEST_HEADER]: call.kind,
		},
		timeout: 60_000,
	});
}

/**
 * Gives a test listen its event: a signed call to the test address, after `create` has returned. Nothing is registered
 * at Meta for it, so production goes on undisturbed.
 */
export async function sendTestEvent(context: IHookFunctions): Promise<void> {
	const credentials = toCredentials(
		await context.getCredentials<ICredentialDataDecryptedObject>(CREDENTIAL),
	);
	const url = context.getNodeWebhookUrl('default') ?? '';
	testAddresses.add(url);
	const choice = context.getNodeParameter('simulatedEvent', 'text') as string;
	const { lastBody } = peekState(stateKey(context.getWorkflow().id, context.getNode().id)) ?? {};
	const call = prepareTestCall(choice, credentials, lastBody, nowInSeconds());
	post(context, url, call).catch((error: unknown) => {
		const why = error instanceof Error ? error.message : String(error);
		context.logger.warn(
			`WhatsApp Cloud Trigger could not send the test event to ${url}. n8n must be able to reach its own webhook address. ${why}`,
		);
	});
}
