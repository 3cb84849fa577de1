import type { FastifyInstance } from 'fastify';
import type { FaultInput } from '../faults';
import type { JournalEvent, NextQuery } from '../journal';
import type { AccountInput } from './account';
import type { GroupInput } from './group';
import type { Control } from './index';
import { registerPhone } from './phone';
import type { PhoneNumberInput } from './phoneNumber';
import type { ReceiveInput } from './receive';
import type { SendWebhookInput } from './sendWebhook';
import type { TemplateInput } from './template';

interface Input {
	query: Record<string, string>;
	body: unknown;
}

interface Verb {
	method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	name: string;
	run: (control: Control, input: Input) => unknown;
}

const verbs: Verb[] = [
	{ method: 'GET', name: 'config', run: (control) => control.config() },
	{
		method: 'GET',
		name: 'record',
		run: (control, { query }) => control.record({ summary: query.summary === '1' }),
	},
	{ method: 'GET', name: 'chats', run: (control) => control.chats() },
	{
		method: 'GET',
		name: 'chat',
		run: (control, { query }) => control.chat({ user_id: query.user_id ?? '' }),
	},
	{ method: 'GET', name: 'sent', run: (control) => control.sent() },
	{ method: 'GET', name: 'requests', run: (control) => control.requests() },
	{
		method: 'POST',
		name: 'receive',
		run: (control, { body }) => control.receive(body as ReceiveInput),
	},
	{
		method: 'POST',
		name: 'template',
		run: (control, { body }) => control.template(body as TemplateInput),
	},
	{
		method: 'POST',
		name: 'phone_number',
		run: (control, { body }) => control.phoneNumber(body as PhoneNumberInput),
	},
	{
		method: 'POST',
		name: 'account',
		run: (control, { body }) => control.account(body as AccountInput),
	},
	{ method: 'POST', name: 'group', run: (control, { body }) => control.group(body as GroupInput) },
	{ method: 'POST', name: 'faults', run: (control, { body }) => control.fault(body as FaultInput) },
	{ method: 'GET', name: 'faults', run: (control) => control.faults() },
	{
		method: 'DELETE',
		name: 'faults',
		run: (control) => {
			control.clearFaults();
			return { success: true };
		},
	},
	{
		method: 'PATCH',
		name: 'settings',
		run: (control, { body }) => control.settings(body as Record<string, unknown>),
	},
	{ method: 'GET', name: 'next', run: async (control, { query }) => await next(control, query) },
	{
		method: 'POST',
		name: 'idle',
		run: async (control, { body }) => await control.idle((body ?? {}) as { timeout_ms?: number }),
	},
	{
		method: 'POST',
		name: 'send_webhook',
		run: async (control, { body }) => await control.sendWebhook(body as SendWebhookInput),
	},
	{ method: 'POST', name: 'reset', run: (control) => control.reset() },
];

/** Our own calls, under a prefix Meta's paths never have. */
export function registerControl(server: FastifyInstance, control: Control): void {
	registerPhone(server);
	for (const { method, name, run } of verbs) {
		server.route({
			method,
			url: `/_emulator/${name}`,
			handler: async (request) =>
				await run(control, {
					query: request.query as Record<string, string>,
					body: request.body ?? {},
				}),
		});
	}
}

/** Null when nothing of the kind happened in time. */
async function next(control: Control, query: Record<string, string>): Promise<unknown> {
	const { type, after, timeout_ms, ...detail } = query;
	const options: Omit<NextQuery, 'type'> = {
		...detail,
		...(after !== undefined && { after: Number(after) }),
		...(timeout_ms !== undefined && { timeout_ms: Number(timeout_ms) }),
	};
	return (await control.next(type as JournalEvent['type'], options)) ?? { event: null };
}
