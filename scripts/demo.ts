import { setTimeout as wait } from 'node:timers/promises';
import type { EmulatorProcess } from './runtime/emulator';
import type { N8nApi } from './runtime/n8nApi';
import type { SetUp } from './runtime/setUp';

interface EmulatorRecord {
	counts: Record<string, number>;
	messages: Array<{ to: string }>;
}

/**
 * Sends the demo campaign through its workflow, lets a few people answer, and refreshes the dashboard while the
 * statuses come in.
 */
export async function runDemo(
	api: N8nApi,
	emulator: EmulatorProcess,
	made: SetUp,
	line: (text: string) => void,
): Promise<void> {
	line('sending');
	const campaign = api.run(made.workflows['scheduled-campaign'], 'Send now', 300_000);
	let settled = false;
	const statuses = campaign
		.then(async () => await emulator.control('POST', 'idle', { timeout_ms: 120_000 }))
		.finally(() => (settled = true));
	while (!settled) {
		const { counts } = await record(emulator, '?summary=1');
		line(
			['accepted', 'sent', 'delivered', 'read', 'failed']
				.map((state) => `${counts[state] ?? 0} ${state}`)
				.join(' · '),
		);
		await wait(process.stdout.isTTY ? 1000 : 5000);
	}
	await statuses;
	line('a few people answer');
	await answer(emulator);
	await emulator.control('POST', 'idle', { timeout_ms: 60_000 });
	line('refreshing the dashboard');
	await api.run(made.workflows['report-refresh'], 'Refresh now');
}

async function answer(emulator: EmulatorProcess): Promise<void> {
	const { messages } = await record(emulator, '');
	const people = messages.slice(0, 5).map(({ to }) => to);
	const texts = ['Is it open on Sunday?', 'Thank you!', 'STOP', 'What does it cost?', 'Great'];
	for (const [index, from] of people.entries()) {
		await emulator.control('POST', 'receive', {
			from,
			name: 'Demo',
			type: 'text',
			text: texts[index],
		});
	}
}

async function record(emulator: EmulatorProcess, query: string): Promise<EmulatorRecord> {
	return await emulator.control<EmulatorRecord>('GET', `record${query}`);
}
