import type { FaultInput } from '../faults';
import type { JournalEvent, NextQuery } from '../journal';
import type { Settings } from '../settings';
import type { GraphCall } from '../store';
import type { World } from '../world';
import { account, type AccountInput } from './account';
import type { Bubble } from './bubble';
import { chat, type Chat, chats } from './chat';
import { config } from './config';
import { group, type GroupInput } from './group';
import { idle } from './idle';
import { phoneNumber, type PhoneNumberInput } from './phoneNumber';
import { type ReceiveInput, receive } from './receive';
import { type EmulatorRecord, record } from './record';
import { reset } from './reset';
import { type SendWebhookInput, sendWebhook } from './sendWebhook';
import { template, type TemplateInput } from './template';

/** What tests and people can ask of the emulator: the same calls as under `/_emulator/`. */
export interface Control {
	config: () => Record<string, unknown>;
	record: (options?: { summary?: boolean }) => EmulatorRecord;
	/** Who there is to write with, and what was said with one of them, as a phone shows it. */
	chats: () => Chat[];
	chat: (who: { user_id: string }) => Bubble[];
	/** Every accepted send with its whole body, oldest first. */
	sent: () => Array<Record<string, unknown>>;
	/** Every Graph call: method, path, query, status, never a token. */
	requests: () => GraphCall[];
	receive: (input: ReceiveInput) => { message_id: string };
	/** Meta ends a review, pauses a template, changes its quality or category. */
	template: (input: TemplateInput) => { id: string; status: string };
	/** Meta changes a number's quality, throughput or status, or decides about its name. */
	phoneNumber: (input: PhoneNumberInput) => { id: string };
	/** Meta restricts the account, or any account event. */
	account: (input: AccountInput) => { success: true };
	/** Somebody joins or leaves a group, or Meta suspends it. */
	group: (input: GroupInput) => { join_request_id?: string };
	fault: (input: FaultInput) => { id: string };
	faults: () => Array<Record<string, unknown>>;
	clearFaults: () => void;
	settings: (patch: Record<string, unknown>) => Settings;
	next: (
		type: JournalEvent['type'],
		query?: Omit<NextQuery, 'type'>,
	) => Promise<JournalEvent | undefined>;
	idle: (options?: { timeout_ms?: number }) => Promise<{ idle: true }>;
	sendWebhook: (input: SendWebhookInput) => Promise<{ status: number; body: string }>;
	reset: () => { success: true };
}

export function createControl(world: World): Control {
	const { store, faults, journal } = world;
	return {
		config: () => config(world),
		record: (options) => record(world, options),
		chats: () => chats(world),
		chat: (who) => chat(world, who),
		sent: () => [...store.sent],
		requests: () => [...store.requests],
		receive: (input) => receive(world, input),
		template: (input) => template(world, input),
		phoneNumber: (input) => phoneNumber(world, input),
		account: (input) => account(world, input),
		group: (input) => group(world, input),
		fault: (input) => faults.add(input),
		faults: () => faults.list().map((fault) => ({ ...fault })),
		clearFaults: () => faults.clear(),
		settings: (patch) => world.changeSettings(patch),
		next: async (type, query) => await journal.next({ ...query, type }),
		idle: async (options) => await idle(world, options),
		sendWebhook: async (input) => await sendWebhook(world, input),
		reset: () => reset(world),
	};
}
