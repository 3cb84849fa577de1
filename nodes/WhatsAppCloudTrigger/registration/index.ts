import { NodeOperationError, type IHookFunctions, type INode } from 'n8n-workflow';
import { GraphError } from '../../../core/graph/error';
import { connect } from '../../shared/transport';
import { toNodeError } from '../../shared/errors';
import { splitList } from '../filter';
import { Refusal, type Address, type Registration } from './address';
import { app } from './app';
import { businessAccount } from './businessAccount';
import { phoneNumber } from './phoneNumber';

const addresses: Record<string, Address> = { businessAccount, phoneNumber, app };

/** Meta's code when the callback did not repeat the challenge. */
const VERIFICATION = 2200;

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

async function registrationOf(context: IHookFunctions): Promise<Registration> {
	const { graph, appGraph, account, verifyToken } = await connect(context);
	return {
		graph,
		appGraph,
		account,
		verifyToken,
		url: context.getNodeWebhookUrl('default') ?? '',
		phoneNumberIds: splitList(context.getNodeParameter('phoneNumberIds', '') as string),
		warn: (line) =>
			context.logger.warn(`WhatsApp Cloud Trigger ${line}`, {
				workflowId: context.getWorkflow().id,
				nodeName: context.getNode().name,
			}),
	};
}

const addressOf = (context: IHookFunctions) =>
	addresses[context.getNodeParameter('webhookAddress', 'businessAccount') as string] ??
	businessAccount;

function toHookError(node: INode, error: unknown, url: string) {
	if (error instanceof Refusal) {
		return new NodeOperationError(node, error.message, { description: error.nextStep });
	}
	if (error instanceof GraphError && error.code === VERIFICATION) {
		return new NodeOperationError(node, `Meta could not reach this n8n at ${url}`, {
			description: `Meta calls that address while the workflow is being published. It must be reachable from the internet over https with a valid certificate; set WEBHOOK_URL when n8n stands behind a proxy. Meta says: ${error.details}`,
		});
	}
	return toNodeError(node, error);
}

/** Meta accepts https only; an emulator on this machine takes what it gets. */
function checkReachable({ url, verifyToken, account }: Registration): void {
	if (!verifyToken) {
		throw new Refusal(
			'The credential has no Verify Token.',
			'Make up a long random word and enter it as Verify Token. Meta repeats it when the webhook is set up.',
		);
	}
	if (url.startsWith('https://') || LOOPBACK.test(account.baseUrl.hostname)) return;
	throw new Refusal(
		`Meta sends webhooks to https addresses only, and this n8n gave ${url}`,
		'Set the environment variable WEBHOOK_URL of n8n to its public https address, restart n8n and publish the workflow again.',
	);
}

/** True when Meta already sends to this trigger. */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const url = context.getNodeWebhookUrl('default') ?? '';
	try {
		return await addressOf(context).isSet(await registrationOf(context));
	} catch (error) {
		throw toHookError(context.getNode(), error, url);
	}
}

/** Makes Meta send to this trigger. Throws, in words, when the place is somebody else's or a step is missing. */
export async function register(context: IHookFunctions): Promise<void> {
	const url = context.getNodeWebhookUrl('default') ?? '';
	try {
		const registration = await registrationOf(context);
		checkReachable(registration);
		await addressOf(context).set(registration);
	} catch (error) {
		throw toHookError(context.getNode(), error, url);
	}
}

/**
 * Removes what points at exactly this trigger's address and nothing else. When Meta cannot be asked, the workflow is
 * unpublished all the same: Meta's calls then meet a 404, and publishing again finds its own address still set.
 */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	try {
		await addressOf(context).remove(await registrationOf(context));
		return true;
	} catch (error) {
		const { message } = toHookError(context.getNode(), error, '');
		context.logger.warn(`WhatsApp Cloud Trigger could not remove its webhook at Meta: ${message}`, {
			workflowId: context.getWorkflow().id,
		});
		return false;
	}
}
