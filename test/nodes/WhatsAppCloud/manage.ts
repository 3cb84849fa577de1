import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import type { Emulator } from '../../../emulator/index';
import { secretsOf, TEST_CREDENTIALS, type EngineOptions } from '../../support/engine';
import { credentialsOf, run } from './support';

const schemas = join(__dirname, '../../../nodes/WhatsAppCloud/__schema__/v1.0.0');

export const listed = (value: string, mode = 'id') => ({ __rl: true, mode, value });

/** Runs a management operation of the form `resource.operation`. */
export function manage(
	emulator: Emulator,
	name: string,
	fields: IDataObject = {},
	options: EngineOptions & { items?: IDataObject[] } = {},
) {
	const [resource, operation] = name.split('.');
	const phoneNumberId = listed('', 'list');
	const parameters = { resource, operation, phoneNumberId, ...fields };
	return run(emulator, options.items ?? [{}], parameters, options);
}

const typeOf = (value: unknown): string =>
	Array.isArray(value)
		? 'array'
		: value === null
			? 'null'
			: Number.isInteger(value)
				? 'integer'
				: typeof value;

/** The schema of an operation's output. With UPDATE_SCHEMAS=1 a missing one is written from what came out. */
function schemaKeys(name: string, json: IDataObject): string[] {
	const file = join(schemas, `${name.replace('.', '/')}.json`);
	if (!existsSync(file) && process.env.UPDATE_SCHEMAS) {
		const properties = Object.fromEntries(
			Object.entries(json).map(([key, value]) => [key, { type: typeOf(value) }]),
		);
		mkdirSync(dirname(file), { recursive: true });
		const schema = { type: 'object', properties, version: 1 };
		writeFileSync(file, `${JSON.stringify(schema, null, '\t')}\n`);
	}
	const schema = JSON.parse(readFileSync(file, 'utf8')) as { properties: object };
	return Object.keys(schema.properties);
}

/**
 * The items of an operation that works. Holds for every one of them: what comes out is what the schema says, and no
 * secret is in anything n8n stores.
 */
export async function done(
	emulator: Emulator,
	name: string,
	fields: IDataObject = {},
	options: EngineOptions & { items?: IDataObject[]; secrets?: string[] } = {},
): Promise<IDataObject[]> {
	const { outputs, error, stored } = await manage(emulator, name, fields, options);
	expect([name, error?.message, error?.description]).toEqual([name, undefined, undefined]);
	const items = outputs[0].map(({ json }) => json);
	for (const json of items) {
		expect([name, json.status === 'failed' ? json : '']).toEqual([name, '']);
		if (fields.simplify !== false)
			expect([name, Object.keys(json)]).toEqual([name, schemaKeys(name, json)]);
	}
	const secrets = secretsOf({ ...TEST_CREDENTIALS, ...credentialsOf(emulator) });
	for (const secret of secrets) expect(stored).not.toContain(secret);
	// What the user typed stands in the node's parameters; it must not be in what came out.
	for (const secret of options.secrets ?? []) expect(JSON.stringify(outputs)).not.toContain(secret);
	return items;
}

/** What the user reads when an operation does not work. */
export async function refusal(
	emulator: Emulator,
	name: string,
	fields: IDataObject = {},
	options: EngineOptions = {},
): Promise<string> {
	const before = emulator.control.requests().filter(({ method }) => method !== 'GET').length;
	const { error, outputs } = await manage(emulator, name, fields, options);
	const after = emulator.control.requests().filter(({ method }) => method !== 'GET').length;
	expect([name, after]).toEqual([name, before]);
	return error?.message ?? `no error, but ${JSON.stringify(outputs)}`;
}

/** Asks the emulator as any other client would. */
export async function atMeta(
	emulator: Emulator,
	path: string,
	body?: IDataObject,
): Promise<IDataObject> {
	const { accessToken } = credentialsOf(emulator);
	const response = await fetch(`${emulator.url}/v25.0/${path}`, {
		method: body ? 'POST' : 'GET',
		headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
		body: body && JSON.stringify(body),
	});
	return (await response.json()) as IDataObject;
}

/** A picture of one dot. */
export const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
	'base64',
);
