import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IWebhookFunctions,
} from 'n8n-workflow';
import { joinUrl } from '../../core/graph/baseUrl';
import { createGraph, type Graph, type GraphRequest, type Send } from '../../core/graph/client';
import { askForToken, type TokenFacts } from '../../core/graph/credential/token';
import type { GraphError } from '../../core/graph/error';
import { encodeMultipart } from '../../core/graph/multipart';
import {
	CREDENTIAL,
	toAccount,
	toCredentials,
	type Account,
	type WhatsAppCredentials,
} from './credentials';
import { noAnswer } from './noAnswer';
import { withoutSecrets } from './secrets';

/** Every place in n8n from which we call Meta. */
export type CallContext =
	| IExecuteFunctions
	| ILoadOptionsFunctions
	| IHookFunctions
	| IWebhookFunctions;

const TIMEOUT_MS = 30_000;
/** Samples and pictures have up to 100 MB. */
const FILE_TIMEOUT_MS = 300_000;

function toHttpRequest(
	{ method, path, qs, body, formData, bytes }: GraphRequest,
	base: URL,
): IHttpRequestOptions {
	const request: IHttpRequestOptions = {
		method,
		url: joinUrl(base, path),
		qs: qs && Object.fromEntries(Object.entries(qs).filter(([, value]) => value !== undefined)),
		json: true,
		timeout: TIMEOUT_MS,
		returnFullResponse: true,
		// Meta's refusal is an answer with a body; without this n8n would also send a refused call twice after a 401.
		ignoreHttpStatusErrors: true,
		// Graph never redirects, and n8n would carry the token along to another host.
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
		allowedDomains: base.hostname,
	};
	if (formData) {
		const form = encodeMultipart(formData);
		return { ...request, body: form.body, headers: { 'Content-Type': form.contentType } };
	}
	if (bytes) {
		const headers = { file_offset: `${bytes.offset}`, 'Content-Type': 'application/octet-stream' };
		return { ...request, timeout: FILE_TIMEOUT_MS, body: bytes.data, headers };
	}
	return body ? { ...request, body: body as IDataObject } : request;
}

/**
 * Calls Meta through n8n's HTTP helper. The credential is the one already decrypted: n8n would otherwise read and
 * decrypt it for every call.
 */
export function createSend(
	context: CallContext,
	credentials: WhatsAppCredentials,
	accessToken = credentials.accessToken,
): Send {
	const { baseUrl } = toAccount(credentials);
	const data = { ...credentials, accessToken };
	const credentialsDecrypted = { id: '', name: '', type: CREDENTIAL, data };
	return async (request) => {
		let response: IN8nHttpFullResponse;
		try {
			response = (await context.helpers.httpRequestWithAuthentication.call(
				context,
				CREDENTIAL,
				toHttpRequest(request, baseUrl),
				{ credentialsDecrypted },
			)) as IN8nHttpFullResponse;
		} catch (error) {
			return await Promise.reject(noAnswer(error, baseUrl));
		}
		const { statusCode: status, body, headers } = response;
		return { status, headers, body: status < 400 ? body : withoutSecrets(body, credentials) };
	};
}

/** The credential in use, decrypted once, and the two ways to ask Graph with it. */
export interface Connection {
	account: Account;
	/** Speaks with the access token. */
	graph: Graph;
	send: Send;
	/** Speaks as the app itself (`APP_ID|APP_SECRET`), which /subscriptions and debug_token ask for. */
	appGraph: Graph;
	/** What Meta says about the access token, asked as the app: a refusal when the two do not belong together. */
	tokenFacts: () => Promise<TokenFacts | GraphError>;
	/** For the webhook: who signs, and the word of the handshake. Never output them. */
	appSecret: string;
	verifyToken: string;
}

/** Reads the credential once and connects. Throws InputError when Base URL or version cannot be used. */
export async function connect(context: CallContext): Promise<Connection> {
	const credentials = toCredentials(
		await context.getCredentials<ICredentialDataDecryptedObject>(CREDENTIAL),
	);
	const account = toAccount(credentials);
	const { accessToken, appId, appSecret, verifyToken } = credentials;
	const send = createSend(context, credentials);
	// The app's token takes the access token's place in the same header, so no secret ever enters a URL.
	const asApp = createSend(context, credentials, `${appId}|${appSecret}`);
	const appGraph = createGraph(asApp, account.graphVersion);
	return {
		account,
		send,
		graph: createGraph(send, account.graphVersion),
		appGraph,
		tokenFacts: async () => await askForToken(appGraph, accessToken),
		appSecret,
		verifyToken,
	};
}
