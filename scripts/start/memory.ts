import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { n8nHome } from '../runtime/paths';
import { Problem } from '../runtime/problem';
import type { SetUp } from '../runtime/setUp';

export const HOME = n8nHome('start');

export interface Secrets {
	ownerEmail: string;
	ownerPassword: string;
	dashboardUser: string;
	dashboardPassword: string;
	appId: string;
	appSecret: string;
	verifyToken: string;
	accessToken: string;
	businessAccountId: string;
	phoneNumberId: string;
}

export interface Memory {
	secrets: Secrets;
	emulatorPort: number;
	setUp?: SetUp;
}

const FILE = join(HOME, 'demo.json');

/** Passwords and tokens of this set-up, made once and kept beside n8n's database. */
export function remember(emulatorPort: number): Memory {
	if (!existsSync(FILE)) return { emulatorPort, secrets: newSecrets() };
	const memory = JSON.parse(readFileSync(FILE, 'utf8')) as Memory;
	// The credential in n8n holds the emulator's address, so it has to be found there again.
	if (memory.emulatorPort === emulatorPort) return memory;
	throw new Problem(
		`This n8n was set up with the emulator on port ${memory.emulatorPort}.`,
		`Use npm start -- --emulator-port ${memory.emulatorPort}, or --reset to begin anew.`,
	);
}

/** Keeps them for the next start. */
export function keep(memory: Memory): void {
	mkdirSync(HOME, { recursive: true });
	writeFileSync(FILE, JSON.stringify(memory, null, 2), { mode: 0o600 });
}

function newSecrets(): Secrets {
	const secret = () => randomBytes(16).toString('hex');
	return {
		ownerEmail: 'owner@example.com',
		ownerPassword: `Demo-${secret().slice(0, 12)}`,
		dashboardUser: 'dashboard',
		dashboardPassword: secret().slice(0, 12),
		appId: '900000000000001',
		appSecret: secret(),
		verifyToken: secret(),
		accessToken: `EAA${secret()}${secret()}`,
		businessAccountId: '900000000000002',
		phoneNumberId: '900000000000003',
	};
}
