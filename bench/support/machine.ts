import { arch, cpus, loadavg, platform, totalmem } from 'node:os';

/** Load of the last minute above which figures say more about the machine's other work than about us. */
const BUSY_PER_CORE = 0.75;

/** What the figures were measured on. Checked before, since a busy machine invents differences. */
export function describeMachine(): Record<string, unknown> {
	const cores = cpus().length;
	const load = loadavg()[0];
	return {
		cores,
		cpu: cpus()[0]?.model.trim() ?? '',
		platform: `${platform()} ${arch()}`,
		memory_gib: Math.round(totalmem() / 2 ** 30),
		node: process.versions.node,
		load_before: Number(load.toFixed(2)),
		busy: load > cores * BUSY_PER_CORE,
	};
}
