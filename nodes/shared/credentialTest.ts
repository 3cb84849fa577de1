import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { joinUrl } from '../../core/graph/baseUrl';
import { createGraph, type Send } from '../../core/graph/client';
import { checkCredential } from '../../core/graph/credential/check';
import { toFault } from '../../core/graph/fault';
import { clock } from './clock';
import { toAccount, toCredentials, type WhatsAppCredentials } from './credentials';
import { noAnswer } from './noAnswer';
import { withoutSecrets } from './secrets';

const TIMEOUT_MS = 15_000;

interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/** The credential test has no other HTTP helper than n8n's old one. */
function createTestSend(
	context: ICredentialTestFunctions,
	credentials: WhatsAppCredentials,
	token: string,
): Send {
	const { request } = context.helpers;
	const { baseUrl } = toAccount(credentials);
	return async ({ method, path, qs }) => {
		try {
			const { statusCode, headers, body } = (await request({
				method,
				uri: joinUrl(baseUrl, path),
				qs,
				headers: { Authorization: `Bearer ${token}` },
				json: true,
				timeout: TIMEOUT_MS,
				simple: false,
				resolveWithFullResponse: true,
				followRedirect: false,
				sendCredentialsOnCrossOriginRedirect: false,
				allowedDomains: baseUrl.hostname,
			})) as FullResponse;
			return { status: statusCode, headers, body: withoutSecrets(body, credentials) };
		} catch (error) {
			return await Promise.reject(noAnswer(error, baseUrl));
		}
	};
}

async function test(
	context: ICredentialTestFunctions,
	credentials: WhatsAppCredentials,
): Promise<INodeCredentialTestResult> {
	const { accessToken, appId, appSecret } = credentials;
	const { graphVersion } = toAccount(credentials);
	const speakAs = (token: string) =>
		createGraph(createTestSend(context, credentials, token), graphVersion);
	const askers = { asToken: speakAs(accessToken), asApp: speakAs(`${appId}|${appSecret}`) };
	const { findings, summary } = await checkCredential(credentials, askers, clock.now());
	if (findings.length === 0) return { status: 'OK', message: summary };
	const message =
		findings.length === 1 ? findings[0] : findings.map((one, i) => `${i + 1}. ${one}`).join(' ');
	return { status: 'Error', message };
}

/** For `methods.credentialTest` of every node that uses the credential with `testedBy: 'whatsAppCloudApiTest'`. */
export const credentialTest = {
	async whatsAppCloudApiTest(
		this: ICredentialTestFunctions,
		credential: ICredentialsDecrypted,
	): Promise<INodeCredentialTestResult> {
		const credentials = toCredentials(credential.data);
		try {
			return await test(this, credentials);
		} catch (error) {
			return { status: 'Error', message: withoutSecrets(toFault(error).reason, credentials) };
		}
	},
};
