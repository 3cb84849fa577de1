import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { DEFAULT_PER_SECOND } from '../../core/campaign/limiter';
import { GraphError } from '../../core/graph/error';
import type { Fault } from '../../core/graph/fault';
import { contactTag, formatKey } from '../../core/ledger/key';
import { addressOf } from '../../core/message/address';
import { deliver } from '../../core/message/deliver';
import { messageBody, type Content } from '../../core/message/envelope';
import { faultOutcome, type SendContext } from '../../core/message/outcomes';
import { phoneNumberIdOf } from '../shared/fields';
import type { Services } from '../shared/operation';
import { paceOf } from './pace';
import { runOf } from './run';

/** The options both send operations share. */
export interface SendOptions {
	campaign?: string;
	defaultCountryCode?: string;
	messagesPerSecond?: number;
	previewUrl?: boolean;
	replyTo?: string;
	trackingAttempt?: string;
}

export const optionsOf = (context: IExecuteFunctions, item: number) =>
	context.getNodeParameter('options', item, {}) as SendOptions;

const text = (value: unknown) =>
	value === undefined || value === null ? '' : `${value as string}`.trim();

/** A resend by another execution, another round of a loop, or another item is another attempt. */
function defaultAttempt(context: IExecuteFunctions, item: number): string {
	const { $runIndex } = context.getWorkflowDataProxy(item);
	return `${context.getExecutionId()}.${$runIndex as number}.${item}`;
}

/** Who sends and who gets it, into the facts first: whatever goes wrong afterwards is told with them. */
function prepare(context: IExecuteFunctions, item: number, { account, facts }: Services) {
	const options = optionsOf(context, item);
	const to = text(context.getNodeParameter('to', item, ''));
	const campaign = text(options.campaign);
	Object.assign(facts, { to, campaign, business_account_id: account.businessAccountId });
	const phoneNumberId = phoneNumberIdOf(context, item, account);
	facts.phone_number_id = phoneNumberId;
	const defaultCountryCode = text(options.defaultCountryCode) || undefined;
	const address = addressOf(to, { defaultCountryCode });
	const key = formatKey({
		campaign,
		contact: contactTag(address.contact_key, account.privacyKey),
		attempt: text(options.trackingAttempt) || defaultAttempt(context, item),
	});
	const { shown, changed, contact_key } = address;
	Object.assign(facts, { to: shown, to_changed: changed, contact_key, key });
	return { options, phoneNumberId, address, key };
}

/** A fault of the whole account met earlier in this run stops the rest: trying on would only make it worse. */
function stopIfHopeless(services: Services, phoneNumberId: string): void {
	const stop = runOf(services).stops.get(phoneNumberId);
	if (!stop) return;
	services.facts.attempted = false;
	throw stop;
}

/**
 * Sends one message. `content` is asked for after the recipient is known to be right. Gives the
 * SendOutcome. Throws InputError, GraphError and NoAnswerError, which `outcomeOf` turns into one, and Cancelled when the
 * execution was stopped before this message left.
 */
export async function send(
	context: IExecuteFunctions,
	item: number,
	services: Services,
	content: (options: SendOptions) => Content | Promise<Content>,
): Promise<IDataObject> {
	const { graph, clock, signal, facts } = services;
	const { options, phoneNumberId, address, key } = prepare(context, item, services);
	const replyTo = text(options.replyTo) || undefined;
	try {
		stopIfHopeless(services, phoneNumberId);
		const body = messageBody({ ...address.wire, replyTo, key }, await content(options));
		const { limiter, pairs } = paceOf(
			phoneNumberId,
			Number(options.messagesPerSecond ?? DEFAULT_PER_SECOND),
		);
		const checked: typeof graph = async (request) => {
			stopIfHopeless(services, phoneNumberId);
			return await graph(request);
		};
		const message = { phoneNumberId, body, context: facts as SendContext };
		const random = Math.random;
		const delivery = { graph: checked, limiter, pairs, clock, signal, random };
		return { ...(await deliver(message, delivery)) };
	} catch (error) {
		const isHopeless = error instanceof GraphError && error.action === 'fixAccount';
		if (isHopeless) runOf(services).stops.set(phoneNumberId, error);
		return await Promise.reject(error);
	}
}

/** The result of a message that did not go through, or of which nobody knows. */
export function outcomeOf(fault: Fault, facts: IDataObject, { clock }: Services): IDataObject {
	const outcome = faultOutcome(facts as SendContext, fault, clock.now());
	if (facts.attempted !== false) return { ...outcome };
	const first = outcome.details ? ` It said: ${outcome.details}` : '';
	return {
		...outcome,
		details: `Not attempted, because an earlier message of this run met this.${first}`,
	};
}
