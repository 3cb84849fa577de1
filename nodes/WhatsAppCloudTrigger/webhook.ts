import type {
	ICredentialDataDecryptedObject,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { toEvents, type WebhookEvent } from '../../core/webhook/events';
import { withoutContent } from '../../core/webhook/metadata';
import { openWebhook } from '../../core/webhook/open';
import { CREDENTIAL, toCredentials, type WhatsAppCredentials } from '../shared/credentials';
import { attachMedia } from './attachMedia';
import {
	outputsOf,
	splitList,
	toOutgoing,
	toOutputs,
	whyUnwanted,
	type Outgoing,
	type Wanted,
} from './filter';
import { answerGet, VERIFY_TOKEN_HEADER } from './handshake';
import { countFiltered, countRefusal, SCOPE } from './health';
import { optionsOf, type TriggerOptions } from './options';
import { answerText, toReply } from './reply';
import { TEST_HEADER, testKindOf } from './simulate';
import { nowInSeconds, stateKey, stateOf, type TriggerState } from './state';

const ANSWERED: IWebhookResponseData = { noWebhookResponse: true };

/** A body that is worth keeping for a test listen; Meta's ordinary ones have about 600 bytes. */
const REMEMBER_UP_TO = 64 * 1024;

function stateHere(context: IWebhookFunctions): TriggerState {
	const key = stateKey(context.getWorkflow().id, context.getNode().id);
	return stateOf(key, () => context.getNodeWebhookUrl('default') ?? '');
}

/** Nothing when n8n cannot give the credential, for example because it was deleted. */
async function readCredentials(
	context: IWebhookFunctions,
	{ credentials }: TriggerState,
): Promise<WhatsAppCredentials | undefined> {
	try {
		const id = context.getNode().credentials?.[CREDENTIAL]?.id ?? '';
		return await credentials(id, async () =>
			toCredentials(await context.getCredentials<ICredentialDataDecryptedObject>(CREDENTIAL)),
		);
	} catch {
		return undefined;
	}
}

const NO_CREDENTIAL = 'the credential cannot be read';

function log(context: IWebhookFunctions, level: 'info' | 'warn', line: string | undefined): void {
	if (line === undefined) return;
	context.logger[level](`WhatsApp Cloud Trigger ${line}`, {
		workflowId: context.getWorkflow().id,
		nodeName: context.getNode().name,
	});
}

/** Answers a call that is not Meta's, or that we cannot read. Neither the body nor a secret is logged. */
function turnAway(
	context: IWebhookFunctions,
	state: TriggerState,
	status: number,
	reason: string,
): IWebhookResponseData {
	const now = nowInSeconds();
	countRefusal(state.counters, reason, now);
	log(context, 'warn', state.refusalLog.refused(status, reason, now));
	answerText(context.getResponseObject(), status, reason);
	return ANSWERED;
}

/** GET: Meta's handshake, and our health. Never starts an execution. */
async function receiveGet(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const state = stateHere(context);
	const credentials = await readCredentials(context, state);
	if (!credentials) return turnAway(context, state, 503, NO_CREDENTIAL);
	const query = context.getQueryData() as Record<string, unknown>;
	const header = context.getHeaderData()[VERIFY_TOKEN_HEADER];
	const answer = answerGet(query, credentials.verifyToken, header);
	const res = context.getResponseObject();
	if (answer.kind === 'refused') return turnAway(context, state, answer.status, answer.reason);
	if (answer.kind === 'challenge') answerText(res, 200, answer.body);
	else {
		const health = { status: 'ok', scope: SCOPE, ...state.counters, ...state.group.counts() };
		answerText(res, 200, JSON.stringify(health), 'application/json; charset=utf-8');
	}
	return ANSWERED;
}

interface RawRequest {
	rawBody?: unknown;
	readRawBody?: () => Promise<void>;
}

/** The exact bytes that were signed. n8n has them ready for JSON; other types have to be asked for. */
async function rawBodyOf(context: IWebhookFunctions): Promise<Buffer | undefined> {
	const req: RawRequest = context.getRequestObject();
	if (!req.rawBody && typeof req.readRawBody === 'function') {
		try {
			await req.readRawBody();
		} catch {
			return undefined;
		}
	}
	return Buffer.isBuffer(req.rawBody) ? req.rawBody : undefined;
}

function wantedBy(context: IWebhookFunctions, options: TriggerOptions): Wanted {
	const { ignoreEchoes, maxAgeMinutes } = options;
	return {
		events: outputsOf(
			context.getNodeParameter('events', ['messages', 'statuses', 'account']) as string[],
		),
		statuses: context.getNodeParameter('statuses', []) as string[],
		phoneNumberIds: splitList(context.getNodeParameter('phoneNumberIds', '') as string),
		templates: splitList(context.getNodeParameter('templates', '') as string),
		ignoreEchoes,
		maxAgeMinutes,
	};
}

/** The events the builder asked for; the others are counted by what held them back. */
function choose(
	context: IWebhookFunctions,
	events: WebhookEvent[],
	wanted: Wanted,
	{ counters, filterLog }: TriggerState,
): WebhookEvent[] {
	const holdBack = (why: string) => {
		countFiltered(counters, why);
		log(context, 'info', filterLog(why));
	};
	if (!events.length) holdBack('no event in the call');
	return events.filter((event) => {
		const why = whyUnwanted(event, wanted);
		if (why) holdBack(why);
		return !why;
	});
}

/** Items as they leave the node: without content where it is not wanted, with files where they are. */
async function prepare(
	context: IWebhookFunctions,
	events: WebhookEvent[],
	{ leaveOutContent, downloadMedia, mediaSizeLimitMb }: TriggerOptions,
	{ lanes, group }: TriggerState,
): Promise<Outgoing[]> {
	const items = events.map(({ output, item }) =>
		toOutgoing(output, leaveOutContent ? withoutContent(item) : item),
	);
	if (downloadMedia && !leaveOutContent) {
		const fresh = items.filter(({ json }) => !group.isDone(json.event_id as string));
		await attachMedia(context, fresh, mediaSizeLimitMb, lanes);
	}
	return items;
}

/** POST: opened, split, filtered, and handed to n8n together with what else is waiting. */
async function receivePost(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const state = stateHere(context);
	const { counters } = state;
	const credentials = await readCredentials(context, state);
	if (!credentials) return turnAway(context, state, 503, NO_CREDENTIAL);
	const rawBody = await rawBodyOf(context);
	if (!rawBody) return turnAway(context, state, 400, 'no readable body');
	const headers = context.getHeaderData();
	const signature = headers['x-hub-signature-256'];
	const opened = openWebhook(
		credentials.appSecret,
		rawBody,
		typeof signature === 'string' ? signature : undefined,
	);
	if (!opened.ok) return turnAway(context, state, opened.status, opened.reason);

	const options = optionsOf(context);
	const raw = context.getNodeParameter('includeRaw', false) as boolean;
	const events = toEvents(opened.webhook, nowInSeconds(), { raw });
	if (context.getMode() === 'manual') {
		const test = testKindOf(headers[TEST_HEADER]);
		if (test) for (const event of events) event.item.test = test;
		return { workflowData: toOutputs(await prepare(context, events, options, state)) };
	}

	counters.accepted++;
	counters.last_accepted_at = nowInSeconds();
	log(context, 'warn', state.refusalLog.due(counters.last_accepted_at));
	const chosen = choose(context, events, wantedBy(context, options), state);
	if (!chosen.length) {
		counters.unwanted++;
		answerText(context.getResponseObject(), 200);
		return ANSWERED;
	}
	for (const { output } of chosen) counters.items[output]++;
	if (rawBody.length <= REMEMBER_UP_TO) state.lastBody = rawBody;
	const items = await prepare(context, chosen, options, state);
	const lead = await state.group.submit(
		items.map((item) => ({ id: item.json.event_id as string, item })),
		toReply(context.getResponseObject()),
	);
	return lead ? { workflowData: toOutputs(lead) } : ANSWERED;
}

/** Entry of the node: one path, GET for the handshake and health, POST for events. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return context.getWebhookName() === 'setup'
		? await receiveGet(context)
		: await receivePost(context);
}
