import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The repository. */
export const ROOT = resolve(__dirname, '..', '..');

/** Logs and state of what is running now; ignored by git. */
export const RUNTIME = join(ROOT, '.runtime');

/** Large downloads that every clone may share. `WHATSAPP_CLOUD_CACHE` moves it. */
export const CACHE =
	process.env.WHATSAPP_CLOUD_CACHE ??
	join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'n8n-nodes-whatsapp-cloud');

/**
 * n8n's own folder for this clone. It lies outside the repository on purpose: an installed package must find zod in
 * n8n, not in our node_modules.
 */
export function n8nHome(name: string): string {
	const clone = createHash('sha256').update(ROOT).digest('hex').slice(0, 8);
	return join(CACHE, 'homes', `${name}-${clone}`);
}
