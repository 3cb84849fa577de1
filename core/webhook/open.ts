import { nestsDeeperThan } from './depth';
import { webhookSchema, type Webhook } from './schema';
import { isSignedBy } from './signature';

/** Meta's deepest webhook nests about 15 levels. */
const MAX_DEPTH = 64;

export type Opened =
	| { ok: true; webhook: Webhook }
	| { ok: false; status: 400 | 401; reason: string };

const refuse = (status: 400 | 401, reason: string): Opened => ({ ok: false, status, reason });

function parseJson(rawBody: Buffer): unknown {
	try {
		return JSON.parse(rawBody.toString('utf8')) as unknown;
	} catch {
		return undefined;
	}
}

/**
 * The only way to get a Webhook out of a request, so nobody can read one without checking who sent it.
 * Never throws. 401: not signed with this app secret. 400: signed, but not a WhatsApp webhook.
 */
export function openWebhook(
	appSecret: string,
	rawBody: Buffer,
	signature: string | undefined,
): Opened {
	if (!appSecret) return refuse(401, 'the credential has no app secret');
	if (!signature) return refuse(401, 'no signature');
	if (!isSignedBy(appSecret, rawBody, signature)) {
		return refuse(401, 'signature does not match the app secret');
	}
	if (nestsDeeperThan(MAX_DEPTH, rawBody)) return refuse(400, 'nested too deeply');
	const json = parseJson(rawBody);
	if (json === undefined) return refuse(400, 'not JSON');
	const parsed = webhookSchema.safeParse(json);
	return parsed.success
		? { ok: true, webhook: parsed.data }
		: refuse(400, 'not a WhatsApp webhook');
}
