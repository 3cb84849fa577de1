import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { closeAtTheEnd } from './support/leftovers';
import axios from 'axios';
import { startEmulator } from '../index';

const MAIN = join(__dirname, '..', 'main.ts');
const TSX = ['--import', 'tsx', MAIN];

it('takes a free port of its own and can run beside others', async () => {
	const [one, two] = [closeAtTheEnd(await startEmulator()), closeAtTheEnd(await startEmulator())];
	expect(one.port).not.toBe(two.port);
	one.control.receive({ from: '15551234567' });
	expect(two.control.record().messages).toEqual([]);
	await Promise.all([one.close(), two.close()]);
});

it('listens on loopback only', async () => {
	await expect(startEmulator({ host: '0.0.0.0' as '127.0.0.1' })).rejects.toThrow('loopback only');
	const emulator = closeAtTheEnd(await startEmulator());
	const outside = Object.values(networkInterfaces())
		.flat()
		.find((one) => one && one.family === 'IPv4' && !one.internal);
	if (outside)
		await expect(
			axios.get(`http://${outside.address}:${emulator.port}/me`, { proxy: false }),
		).rejects.toMatchObject({
			code: 'ECONNREFUSED',
		});
	await emulator.close();
});

it('closes while statuses are planned, webhooks are refused and somebody waits, and leaves the port free', async () => {
	const emulator = closeAtTheEnd(await startEmulator({ delays_ms: { sent: [60_000, 60_000] } }));
	const { port, config, control } = emulator;
	const waiting = control.next('status', { timeout_ms: 60_000 });
	await axios.post(
		`${emulator.url}/${config.phoneNumberId}/messages`,
		{
			messaging_product: 'whatsapp',
			to: '15551234567',
			type: 'template',
			template: { name: 'hello_world', language: { code: 'en_US' } },
		},
		{ headers: { authorization: `Bearer ${config.accessToken}` } },
	);
	await emulator.close();
	expect(await waiting).toBeUndefined();
	await new Promise<void>((resolve, reject) => {
		const server = createServer().once('error', reject);
		server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
	});
});

it.each([['v19.0'], ['v26.0'], ['']])('answers calls of version "%s"', async (version) => {
	const emulator = closeAtTheEnd(await startEmulator());
	const base = [emulator.url, version].filter(Boolean).join('/');
	const headers = { authorization: `Bearer ${emulator.config.accessToken}` };
	expect((await axios.get(`${base}/me`, { headers })).status).toBe(200);
	const unknown = await axios.get(`${emulator.url}/v99.0/me`, {
		headers,
		validateStatus: () => true,
	});
	expect(unknown.data.error).toMatchObject({ code: 2500 });
	await emulator.close();
});

it('reads parameters from the query and from a form as well', async () => {
	const emulator = closeAtTheEnd(await startEmulator());
	const { accessToken, phoneNumberId } = emulator.config;
	const form = new URLSearchParams({
		access_token: accessToken,
		messaging_product: 'whatsapp',
		to: '15551234567',
		type: 'template',
		template: JSON.stringify({ name: 'hello_world', language: { code: 'en_US' } }),
	});
	expect((await axios.post(`${emulator.url}/v25.0/${phoneNumberId}/messages`, form)).status).toBe(
		200,
	);
	await emulator.close();
});

it('runs as a command, says where it listens, and stops when told to', async () => {
	const child = spawn(process.execPath, [
		...TSX,
		'--port',
		'0',
		'--app-id',
		'42',
		'--rates',
		'{"read":0}',
	]);
	const line = await new Promise<string>((resolve) =>
		child.stdout.once('data', (data) => resolve(String(data))),
	);
	const { url, appId } = JSON.parse(line) as { url: string; appId: string };
	expect(appId).toBe('42');
	const { data } = await axios.get(`${url}/_emulator/config`);
	expect(data.settings.rates).toMatchObject({ read: 0 });
	const ended = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	expect(await ended).toBe(0);
}, 20_000);

it('says what is wrong with its options and fails', async () => {
	const run = promisify(execFile)(process.execPath, [...TSX, '--colour', 'red']);
	await expect(run).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('--colour') });
}, 20_000);
