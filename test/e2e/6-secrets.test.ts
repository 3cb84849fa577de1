import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stack } from './support/stack';

jest.setTimeout(60_000);

/** Every file n8n has written: database with its journal, settings, logs, binary data. */
function filesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => !file.includes('node_modules'))
		.map((file) => join(folder, file))
		.filter((file) => statSync(file).isFile());
}

describe('after everything the other tests did', () => {
	it('no secret stands in clear in n8n’s database, executions or logs', async () => {
		const { state } = await stack();
		const files = [...filesBelow(state.home), state.log];
		expect(files.some((file) => file.endsWith('database.sqlite'))).toBe(true);
		const { accessToken, appSecret, verifyToken } = state.account;
		const { password } = state.dashboard;
		const found = files.flatMap((file) => {
			const content = readFileSync(file);
			return Object.entries({ accessToken, appSecret, verifyToken, password })
				.filter(([, secret]) => content.includes(secret))
				.map(([name]) => `${name} in ${file}`);
		});
		expect(found).toEqual([]);
	});

	it('the search would have found one', async () => {
		const { state } = await stack();
		const database = readFileSync(join(state.home, '.n8n', 'database.sqlite'));
		const journal = readFileSync(join(state.home, '.n8n', 'database.sqlite-wal'));
		const known = Buffer.concat([database, journal]);
		expect(known.includes('Spring sale')).toBe(true);
		expect(known.includes('wa_ledger')).toBe(true);
	});

	it('the credential is stored as ciphertext', async () => {
		const { api, state } = await stack();
		const { data } = await api.call<{ data: unknown }>(
			'GET',
			`/credentials/${state.setUp.credentialId}?includeData=true`,
		);
		expect(JSON.stringify(data)).not.toContain(state.account.accessToken);
		const database = readFileSync(join(state.home, '.n8n', 'database.sqlite'), 'latin1');
		// n8n's marker of an encrypted value: base64 of "Salted__".
		expect(database).toContain('U2FsdGVkX1');
	});
});
