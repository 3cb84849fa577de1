import { setTimeout as wait } from 'node:timers/promises';
import axios, { type AxiosResponse } from 'axios';
import { controlAt } from '../../../scripts/runtime/emulator';
import { startN8n } from '../../../scripts/runtime/n8n';
import { type N8nApi, signIn } from '../../../scripts/runtime/n8nApi';
import { ensureN8n } from '../../../scripts/runtime/n8nInstall';
import { ensureNode24 } from '../../../scripts/runtime/node24';
import { LOUD, readState, writeState, type E2eState } from './state';

/** The emulator's own account of what happened. */
export interface EmulatorRecord {
	counts: Record<string, number>;
	messages: Array<{
		message_id: string;
		to: string;
		key: string;
		template: string;
		states: Record<string, unknown>;
	}>;
	webhooks: { pending: number; attempts: number; delivered: number };
}

export interface Stack {
	state: E2eState;
	api: N8nApi;
	control: ReturnType<typeof controlAt>;
	record: () => Promise<EmulatorRecord>;
	/** Waits until the emulator has nothing more to tell. */
	idle: (timeoutMs?: number) => Promise<void>;
}

let session: Promise<N8nApi> | undefined;

/** The running n8n and emulator. Signs in once per test file: n8n allows five sign-ins a minute. */
export async function stack(): Promise<Stack> {
	const state = readState();
	session ??= signIn(state.n8nUrl, state.owner);
	const control = controlAt(state.emulatorUrl);
	return {
		state,
		api: await session,
		control,
		record: async () => await control<EmulatorRecord>('GET', 'record'),
		idle: async (timeoutMs = 60_000) => {
			await control('POST', 'idle', { timeout_ms: timeoutMs });
		},
	};
}

/** Kills n8n without warning and starts it again on the same data. */
export async function killAndRestart(pauseMs: number): Promise<void> {
	process.kill(readState().n8nPid, 'SIGKILL');
	await wait(pauseMs);
	await startAgain();
}

/** Ends n8n, waits until it is gone and starts it again on the same data. */
export async function restart(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
	const { n8nPid } = readState();
	process.kill(n8nPid, signal);
	for (let tries = 0; tries < 400 && isAlive(n8nPid); tries++) await wait(100);
	await startAgain();
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

async function startAgain(): Promise<void> {
	const state = readState();
	const node = await ensureNode24();
	const n8n = await startN8n({
		node,
		program: await ensureN8n(node),
		home: state.home,
		port: state.n8nPort,
		webhookUrl: state.doorUrl,
		log: state.log,
		env: LOUD,
	});
	writeState({ ...state, n8nPid: n8n.pid });
}

/** The production address of the receiver's trigger. */
export async function webhookUrl({ api, state }: Stack): Promise<string> {
	const { nodes } = await api.workflow(state.setUp.workflows.receiver);
	const trigger = nodes.find(({ type }) => type.endsWith('.whatsAppCloudTrigger'));
	return `${state.doorUrl}/webhook/${trigger?.webhookId}/webhook`;
}

/** The dashboard as its owner opens it. */
export async function openDashboard({ state }: Stack): Promise<AxiosResponse<string>> {
	return await axios.get<string>(`${state.n8nUrl}/webhook/whatsapp-dashboard`, {
		auth: { username: state.dashboard.user, password: state.dashboard.password },
		validateStatus: () => true,
	});
}
