import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { DEFAULT_PER_SECOND } from '../../core/campaign/limiter';
import { GraphError } from '../../core/graph/error';
import type { Fault } from '../../core/graph/fault';
import { contactTag, formatKey } from '../../core/ledger/key';
import { addressOf, groupAddress } from '../../core/message/address';
import { deliver } from '../../core/message/deliver';
import { messageBody, type Content } from '../../core/message/envelope';
import { faultOutcome, validOutcome, type SendContext } from '../../core/message/outcomes';
import { phoneNumberIdOf } from '../shared/fields';
import type { Operation, Services } from '../shared/operation';
import { textOf, type Form, type SendOptions } from './form';
import { paceOf } from './pace';
import { runOf } from './run';

const trimmed = (value: unknown) => textOf(value).trim();

/** A resend by another execution, another round of a loop, or another item is another attempt. */
function defaultAttempt(context: IExecuteFunctions, item: number): string {
	const { $runIndex } = context.getWorkflowDataProxy(item);
	return `${context.getExecutionId()}.${$runIndex as number}.${item}`;
}

/** Who sends and who gets it, into the facts first: whatever goes wrong afterwards is told with them. */
function prepare(
	context: IExecuteFunctions,
	item: number,
	{ account, facts }: Services,
	toGroup: boolean,
) {
	const options = context.getNodeParameter('options', item, {}) as SendOptions;
	const to = trimmed(context.getNodeParameter('to', item, ''));
	const campaign = trimmed(options.campaign);
	Object.assign(facts, { to, campaign, business_account_id: account.businessAccountId });
	const phoneNumberId = phoneNumberIdOf(context, item, account);
	facts.phone_number_id = phoneNumberId;
	const defaultCountryCode = trimmed(options.defaultCountryCode) || undefined;
	const isGroup = toGroup || options.recipientType === 'group';
	const address = isGroup ? groupAddress(to) : addressOf(to, { defaultCountryCode });
	const key = formatKey({
		campaign,
		contact: contactTag(address.contact_key, account.privacyKey),
		attempt: trimmed(options.trackingAttempt) || defaultAttempt(context, item),
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

/** How a kind of message is made, and what is special about its way out. */
export interface Message {
	/** Asked for after the recipient is known to be right. */
	content: (form: Form) => Content | Promise<Content>;
	edge?: (options: SendOptions) => 'messages' | 'marketing_messages';
	/** Goes to groups only: To is a group ID. */
	toGroup?: boolean;
}

/** What the option Include Preview found, beside the outcome. */
const extras = ({ preview }: IDataObject) => (preview === undefined ? {} : { preview });

/**
 * Sends one message and gives the SendOutcome. Throws InputError, GraphError and NoAnswerError, which `outcomeOf` turns
 * into one, and Cancelled when the execution was stopped before this message left.
 */
async function send(
	context: IExecuteFunctions,
	item: number,
	services: Services,
	{ content, edge, toGroup = false }: Message,
): Promise<IDataObject> {
	const { graph, clock, signal, facts } = services;
	const { options, phoneNumberId, address, key } = prepare(context, item, services, toGroup);
	const { wire, recipientType } = address;
	const replyTo = trimmed(options.replyTo) || undefined;
	try {
		stopIfHopeless(services, phoneNumberId);
		const form: Form = { context, item, services, options, phoneNumberId };
		const body = messageBody({ ...wire, recipientType, replyTo, key }, await content(form));
		if (options.validateOnly) {
			const valid = validOutcome(facts as SendContext, clock.now());
			return { ...valid, ...extras(facts), request: body as IDataObject };
		}
		const { limiter, pairs } = paceOf(
			phoneNumberId,
			Number(options.messagesPerSecond ?? DEFAULT_PER_SECOND),
		);
		const checked: typeof graph = async (request) => {
			stopIfHopeless(services, phoneNumberId);
			return await graph(request);
		};
		const message = { phoneNumberId, edge: edge?.(options), body, context: facts as SendContext };
		const random = Math.random;
		const delivery = { graph: checked, limiter, pairs, clock, signal, random };
		return { ...(await deliver(message, delivery)), ...extras(facts) };
	} catch (error) {
		const isHopeless = error instanceof GraphError && error.action === 'fixAccount';
		if (isHopeless) runOf(services).stops.set(phoneNumberId, error);
		return await Promise.reject(error);
	}
}

/** The result of a message that did not go through, or of which nobody knows. */
function outcomeOf(fault: Fault, facts: IDataObject, { clock }: Services): IDataObject {
	const outcome = { ...faultOutcome(facts as SendContext, fault, clock.now()), ...extras(facts) };
	if (facts.attempted !== false) return outcome;
	const first = outcome.details ? ` It said: ${outcome.details}` : '';
	return {
		...outcome,
		details: `Not attempted, because an earlier message of this run met this.${first}`,
	};
}

/** The operation that sends this kind of message: words and fields beside the way it is made. */
export const sending = ({
	content,
	edge,
	toGroup,
	...words
}: Message & Omit<Operation, 'run' | 'outcome'>): Operation => ({
	...words,
	run: async (context, item, services) =>
		await send(context, item, services, { content, edge, toGroup }),
	outcome: outcomeOf,
});
