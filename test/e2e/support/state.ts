import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RUNTIME } from '../../../scripts/runtime/paths';
import type { Owner } from '../../../scripts/runtime/n8nApi';
import type { SetUp, WhatsAppAccount } from '../../../scripts/runtime/setUp';

/** What the one n8n and the one emulator of a test run look like, handed from set-up to the test files. */
export interface E2eState {
	n8nUrl: string;
	n8nPid: number;
	n8nPort: number;
	/** Where webhooks go in: lives as long as the test run, whatever happens to n8n. */
	doorUrl: string;
	emulatorUrl: string;
	emulatorPid: number;
	home: string;
	log: string;
	owner: Owner;
	account: WhatsAppAccount;
	dashboard: { user: string; password: string };
	setUp: SetUp;
}

const FILE = join(RUNTIME, 'e2e.json');

/** Screenshots and other things to look at after a run. */
export const ARTIFACTS = join(RUNTIME, '..', 'artifacts');

/** n8n's own default: what a builder finds in the log without changing anything. */
export const LOUD = { N8N_LOG_LEVEL: 'info' };

export function writeState(state: E2eState): void {
	mkdirSync(RUNTIME, { recursive: true });
	writeFileSync(FILE, JSON.stringify(state, null, 2), { mode: 0o600 });
}

export function readState(): E2eState {
	return JSON.parse(readFileSync(FILE, 'utf8')) as E2eState;
}

export function forgetState(): void {
	rmSync(FILE, { force: true });
}
