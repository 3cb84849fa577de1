import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { InputError } from '../../../../core/input';
import { isRecord } from '../../../../core/webhook/read';
import { CREDENTIAL, toCredentials } from '../../../shared/credentials';
import { noAnswer } from '../../../shared/noAnswer';
import type { Operation } from '../../../shared/operation';
import { withoutSecrets } from '../../../shared/secrets';
import { textOf } from '../../form';
import { destinations } from './destinations';
import { triggerAddress } from './triggerAddress';

const TIMEOUT_MS = 15_000;

const REFUSALS: Record<number, string> = {
	403: "The trigger refused the verify token: its credential has another one than this node's credential, or none.",
	404: 'There is no published trigger at this address. Publish its workflow, and copy the production URL from the trigger once more.',
	503: 'The trigger is there, but n8n could not read its credential. Choose a credential in the trigger.',
};

/** Asks with the token in a header, so that it stands in no address. */
async function ask(context: IExecuteFunctions, url: URL, verifyToken: string) {
	try {
		return (await context.helpers.httpRequest({
			method: 'GET',
			url: `${url.origin}${url.pathname}`,
			qs: { 'hub.mode': 'health' },
			headers: { 'X-Hub-Verify-Token': verifyToken },
			json: true,
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			allowedDomains: url.hostname,
		})) as IN8nHttpFullResponse;
	} catch (error) {
		return noAnswer(error, url);
	}
}

export const getTriggerHealth: Operation = {
	name: 'Get Trigger Health',
	action: 'Get trigger health',
	description:
		'Ask a WhatsApp Cloud Trigger what it received, refused and filtered, and why; and Meta, where it sends the events of each number',
	fields: [
		{
			displayName: 'Trigger URL',
			name: 'triggerUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://n8n.example.com/webhook/…/webhook',
			description:
				"The production URL that the trigger shows. It gets the credential's Verify Token, and counts since its n8n process was started.",
		},
	],
	async run(context, item, services) {
		const { facts } = services;
		const url = triggerAddress(textOf(context.getNodeParameter('triggerUrl', item, '')));
		const trigger = `${url.origin}${url.pathname}`;
		facts.url = trigger;
		const data = await context.getCredentials<ICredentialDataDecryptedObject>(CREDENTIAL, item);
		const credentials = toCredentials(data);
		if (!credentials.verifyToken) {
			throw new InputError('The credential has no Verify Token, which the trigger asks for.');
		}
		const answer = await ask(context, url, credentials.verifyToken);
		if (answer instanceof Error) {
			throw new InputError(
				`Nobody answered at ${url.host}. This n8n must be able to reach the address; Meta must too.`,
			);
		}
		const { statusCode, body } = answer;
		if (statusCode === 200 && isRecord(body) && isRecord(body.refused)) {
			const health = {
				url: trigger,
				...(body as IDataObject),
				...(await destinations(services, trigger)),
			};
			return withoutSecrets(health, credentials);
		}
		throw new InputError(
			REFUSALS[statusCode] ??
				`Something else than a WhatsApp Cloud Trigger answered at ${url.host} (HTTP ${statusCode}). Copy the production URL from the trigger.`,
		);
	},
};
