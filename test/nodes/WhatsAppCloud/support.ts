import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../../emulator/index';
import { WhatsAppCloud } from '../../../nodes/WhatsAppCloud/WhatsAppCloud.node';
import { runNode, type EngineOptions, type TestCredentials } from '../../support/engine';

/** Every test gets numbers of its own, because the pace of a number is shared within a process. */
let next = 900_000_000_100;

/** An emulator in which people may be written to at any time, and whose statuses come at once. */
export async function emulate(options: EmulatorOptions = {}): Promise<Emulator> {
	const phoneNumberId = String(next++);
	return await startEmulator({ phoneNumberId, enforce_window: false, ...options });
}

export function credentialsOf({ url, config }: Emulator): Partial<TestCredentials> {
	const { accessToken, appId, appSecret, businessAccountId, phoneNumberId } = config;
	return { accessToken, appId, appSecret, businessAccountId, phoneNumberId, baseUrl: url };
}

export const sendTextOf = (parameters: IDataObject = {}): IDataObject => ({
	resource: 'message',
	operation: 'sendText',
	phoneNumberId: { __rl: true, mode: 'list', value: '' },
	to: '={{ $json.to }}',
	text: '={{ $json.text }}',
	options: {},
	...parameters,
});

export const sendTemplateOf = (
	template: string,
	value: IDataObject,
	parameters: IDataObject = {},
): IDataObject => ({
	resource: 'message',
	operation: 'sendTemplate',
	phoneNumberId: { __rl: true, mode: 'list', value: '' },
	to: '={{ $json.to }}',
	template: { __rl: true, mode: 'id', value: template },
	templateVariables: { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] },
	options: {},
	...parameters,
});

/** Runs the node in n8n's engine against an emulator. */
export function run(
	emulator: Emulator,
	items: IDataObject[],
	parameters: IDataObject,
	options: EngineOptions = {},
) {
	const credentials = { ...credentialsOf(emulator), ...options.credentials };
	return runNode(new WhatsAppCloud(), items, { ...options, credentials, parameters });
}

/** `count` people with numbers of their own. */
export const people = (count: number) =>
	Array.from({ length: count }, (_, i) => ({ to: `+1 555 020 ${1000 + i}`, text: `Hello ${i}` }));

/** Parameters of any operation that sends, with the recipient of the item. */
export const messageOf = (operation: string, parameters: IDataObject = {}): IDataObject => ({
	resource: 'message',
	operation,
	phoneNumberId: { __rl: true, mode: 'list', value: '' },
	to: '={{ $json.to }}',
	options: {},
	...parameters,
});

/** A file as n8n hands it over. */
export const fileOf = (
	content: string | Buffer,
	mimeType: string,
	fileName?: string,
): IBinaryKeyData => ({
	data: { data: Buffer.from(content).toString('base64'), mimeType, fileName },
});
