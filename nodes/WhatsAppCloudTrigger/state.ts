import { clock } from '../shared/clock';
import type { WhatsAppCredentials } from '../shared/credentials';
import { createGroupCommit, type GroupCommit } from './groupCommit';
import { createCounters, type Counters } from './health';
import type { Outgoing } from './filter';
import { createLanes, type Lanes } from './lanes';
import { createFilterLog, createRefusalLog, type RefusalLog } from './refusalLog';
import { createRemembered } from './remembered';

/** What this process remembers about one trigger node. Lost on a restart, and not shared between processes. */
export interface TriggerState {
	group: GroupCommit<Outgoing>;
	counters: Counters;
	refusalLog: RefusalLog;
	filterLog: (filter: string) => string | undefined;
	/** Downloads under way. */
	lanes: Lanes;
	/** The credential by its ID, as it was at most `CREDENTIAL_MS` ago. */
	credentials: ReturnType<typeof createRemembered<WhatsAppCredentials>>;
	/** The last real webhook that passed the filters, to listen to once more in the editor. */
	lastBody?: Buffer;
	/** Production address, to tell tearing down from the end of a test listen. */
	url: string;
}

const MAX_TRIGGERS = 200;

/** n8n reads and decrypts a credential anew whenever it is asked: about a tenth of all the work a call makes. */
const CREDENTIAL_MS = 5_000;

const states = new Map<string, TriggerState>();

/** Name of a trigger within this process. */
export const stateKey = (workflowId: string | undefined, nodeId: string) =>
	`${workflowId ?? ''}/${nodeId}`;

export const nowInSeconds = () => Math.floor(clock.now() / 1000);

function forgetIdle(): void {
	for (const [key, state] of states) {
		if (states.size < MAX_TRIGGERS) return;
		if (state.group.isIdle()) states.delete(key);
	}
}

/** The state of a trigger, made when it is first asked for. */
export function stateOf(key: string, url: () => string): TriggerState {
	let state = states.get(key);
	if (!state) {
		forgetIdle();
		state = {
			group: createGroupCommit<Outgoing>(clock),
			counters: createCounters(nowInSeconds()),
			refusalLog: createRefusalLog(),
			filterLog: createFilterLog(),
			lanes: createLanes(4, 1_000),
			credentials: createRemembered(clock, CREDENTIAL_MS),
			url: url(),
		};
		states.set(key, state);
	}
	return state;
}

/** The state of a trigger if this process has one. */
export const peekState = (key: string): TriggerState | undefined => states.get(key);

/** Forgets a trigger and sends away who still waits. A test listen has another address and forgets nothing. */
export function dropState(key: string, url: string): void {
	const state = states.get(key);
	if (!state || state.url !== url) return;
	states.delete(key);
	state.group.release();
}
