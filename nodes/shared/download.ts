import type { ICredentialDataDecryptedObject, IN8nHttpFullResponse } from 'n8n-workflow';
import { GraphError } from '../../core/graph/error';
import { InputError } from '../../core/input';
import { CREDENTIAL, toCredentials, type Account, type WhatsAppCredentials } from './credentials';
import { noAnswer } from './noAnswer';
import { withoutSecrets } from './secrets';
import type { CallContext } from './transport';

/** Where Meta keeps media; like Graph it wants the access token, and no other host may get it. */
const MEDIA_HOST = 'lookaside.fbsbx.com';
/** Up to 100 MB. */
const TIMEOUT_MS = 300_000;

const decrypted = new WeakMap<Account, Promise<WhatsAppCredentials>>();

/** The credential, decrypted once for all files of a run. */
async function credentialsOf(context: CallContext, account: Account): Promise<WhatsAppCredentials> {
	let reading = decrypted.get(account);
	if (!reading) {
		reading = context
			.getCredentials<ICredentialDataDecryptedObject>(CREDENTIAL)
			.then(toCredentials);
		decrypted.set(account, reading);
	}
	return await reading;
}

/** Throws InputError unless the access token may travel to this address. */
function checkHost(address: string, { baseUrl }: Account): URL {
	const url = new URL(address);
	const isMeta = url.protocol === 'https:' && url.hostname === MEDIA_HOST;
	if (isMeta || url.origin === baseUrl.origin) return url;
	throw new InputError(
		`The file lies on ${url.host}, which is not Meta's media server, so the access token was not sent there. Check the Base URL in the credential.`,
	);
}

function parsed(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString()) as unknown;
	} catch {
		return undefined;
	}
}

/** The bytes behind the address that Graph gave for a media ID. Throws GraphError and NoAnswerError as Graph does. */
export async function download(
	context: CallContext,
	account: Account,
	address: string,
): Promise<Buffer> {
	const url = checkHost(address, account);
	const credentials = await credentialsOf(context, account);
	const credentialsDecrypted = { id: '', name: '', type: CREDENTIAL, data: credentials };
	let response: IN8nHttpFullResponse;
	try {
		response = (await context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL,
			{
				method: 'GET',
				url: url.href,
				encoding: 'arraybuffer',
				timeout: TIMEOUT_MS,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				sendCredentialsOnCrossOriginRedirect: false,
				allowedDomains: [MEDIA_HOST, account.baseUrl.hostname].join(','),
			},
			{ credentialsDecrypted },
		)) as IN8nHttpFullResponse;
	} catch (error) {
		return await Promise.reject(noAnswer(error, url));
	}
	const data = Buffer.from(response.body as Buffer);
	if (response.statusCode < 300) return data;
	throw new GraphError(response.statusCode, withoutSecrets(parsed(data), credentials));
}
