import { NodeOperationError, type IHookFunctions, type INode } from 'n8n-workflow';
import { GraphError } from '../../../core/graph/error';
import { toFault } from '../../../core/graph/fault';
import { connect } from '../../shared/transport';
import { toNodeError } from '../../shared/errors';
import { splitList } from '../filter';
import { Refusal, VERIFICATION, type Address, type Registration } from './address';
import { app } from './app';
import { businessAccount } from './businessAccount';
import { phoneNumber } from './phoneNumber';
import { checkPreconditions } from './preconditions';
import { keepOwn, removeSoon } from './removal';

const addresses: Record<string, Address> = { businessAccount, phoneNumber, app };

async function registrationOf(context: IHookFunctions): Promise<Registration> {
	const { graph, appGraph, tokenFacts, account, appSecret, verifyToken } = await connect(context);
	return {
		graph,
		appGraph,
		tokenFacts,
		account,
		appSecret,
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

const isSentence = (text: string) => /[.!?]$/.test(text);

/** n8n shows the message of a failed publication and nothing else, so what to do stands in it too. */
function inWords(node: INode, what: string, next: string, description = next) {
	const message = [isSentence(what) ? what : `${what}.`, next].filter(Boolean).join(' ');
	return new NodeOperationError(node, message, { description });
}

function toHookError(node: INode, error: unknown, url: string) {
	if (error instanceof Refusal) return inWords(node, error.message, error.nextStep);
	if (error instanceof GraphError && error.code === VERIFICATION) {
		const next = `Meta calls that address while the workflow is being published. It must be reachable from the internet over https with a valid certificate; set WEBHOOK_URL when n8n stands behind a proxy.`;
		return inWords(
			node,
			`Meta could not reach this n8n at ${url}`,
			next,
			`${next} Meta says: ${error.details}`,
		);
	}
	const { message, description } = toNodeError(node, error);
	return inWords(node, message, toFault(error).next_step, description ?? undefined);
}

/** What an address is set on: the same place again needs no second setting. */
function placeOf(context: IHookFunctions, { account, phoneNumberIds }: Registration): string {
	const mode = context.getNodeParameter('webhookAddress', 'businessAccount') as string;
	const { appId, businessAccountId, phoneNumberId } = account;
	const numbers = mode === 'phoneNumber' ? [phoneNumberId, ...phoneNumberIds] : [];
	return [mode, appId, businessAccountId, ...numbers].join(' ');
}

async function begin(context: IHookFunctions): Promise<Registration> {
	const registration = await registrationOf(context);
	await keepOwn(registration.url, placeOf(context, registration));
	return registration;
}

/** True when Meta already sends to this trigger. */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const url = context.getNodeWebhookUrl('default') ?? '';
	try {
		const registration = await begin(context);
		try {
			return await addressOf(context).isSet(registration);
		} catch (error) {
			// A step that is missing explains better why Meta refuses to answer.
			if (error instanceof GraphError) await checkPreconditions(registration);
			return await Promise.reject(error);
		}
	} catch (error) {
		throw toHookError(context.getNode(), error, url);
	}
}

/** Makes Meta send to this trigger. Throws, in words, when the place is somebody else's or a step is missing. */
export async function register(context: IHookFunctions): Promise<void> {
	const url = context.getNodeWebhookUrl('default') ?? '';
	try {
		const registration = await begin(context);
		await checkPreconditions(registration);
		await addressOf(context).set(registration);
	} catch (error) {
		throw toHookError(context.getNode(), error, url);
	}
}

/**
 * Removes, in a moment, what points at exactly this trigger's address and nothing else. When Meta cannot be asked, the
 * workflow is unpublished all the same: Meta's calls then meet a 404, and publishing again finds its own address still
 * set.
 */
export async function unregister(context: IHookFunctions): Promise<void> {
	const address = addressOf(context);
	const failed = (error: unknown) => {
		const { message } = toHookError(context.getNode(), error, '');
		context.logger.warn(`WhatsApp Cloud Trigger could not remove its webhook at Meta: ${message}`, {
			workflowId: context.getWorkflow().id,
		});
	};
	try {
		const registration = await registrationOf(context);
		removeSoon(registration.url, placeOf(context, registration), async () => {
			try {
				await address.remove(registration);
			} catch (error) {
				failed(error);
			}
		});
	} catch (error) {
		failed(error);
	}
}
