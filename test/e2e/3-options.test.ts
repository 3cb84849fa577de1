import { createHash } from 'node:crypto';
import { parse } from 'flatted';
import { eventually } from './support/eventually';
import { startMetaApp, type MetaApp } from './support/metaApp';
import { stack, type Stack } from './support/stack';
import { makeCredential, makeTrigger, type TriggerWorkflow } from './support/triggers';

jest.setTimeout(300_000);

let here: Stack;
let meta: MetaApp;
let credential: { id: string; name: string };
let trigger: TriggerWorkflow;

beforeAll(async () => {
	here = await stack();
	meta = await startMetaApp(here.state.account);
	credential = await makeCredential(here, meta.accounts[0]);
});

afterEach(async () => {
	await trigger.unpublish();
	const { businessAccountId } = meta.accounts[0];
	await eventually(async () => expect((await meta.addresses())[businessAccountId]).toBe(''));
});

afterAll(async () => await meta.close());

async function published(options: Record<string, unknown>, more: Record<string, unknown> = {}) {
	trigger = await makeTrigger(here, credential, { options, ...more });
	await trigger.publish();
}

const control = () => meta.emulators[0].control;

async function firstItem(): Promise<Record<string, unknown>> {
	await eventually(async () => expect(await trigger.items()).not.toEqual([]));
	return (await trigger.items())[0];
}

interface StoredFile {
	mimeType: string;
	fileName: string;
	/** Base64, or an address of n8n's storage. */
	data: string;
	id?: string;
}

/** All that n8n stored of the trigger's last run, and the file in it. */
async function stored(): Promise<{ text: string; file?: StoredFile }> {
	const [{ id }] = await here.api.executions(trigger.id);
	const { data } = await here.api.call<{ data: string }>('GET', `/executions/${id}`);
	const run = parse(data) as {
		resultData: {
			runData: Record<
				string,
				Array<{ data: { main: Array<Array<{ binary?: { data: StoredFile } }>> } }>
			>;
		};
	};
	const [task] = run.resultData.runData['WhatsApp Cloud Trigger'];
	return { text: data, file: task.data.main[0][0]?.binary?.data };
}

async function bytesOf({ id, data }: StoredFile): Promise<Buffer> {
	if (!id) return Buffer.from(data, 'base64');
	const url = `${here.state.n8nUrl}/rest/binary-data?id=${encodeURIComponent(id)}&action=download`;
	const response = await fetch(url, { headers: { cookie: here.api.cookie } });
	expect(response.status).toBe(200);
	return Buffer.from(await response.arrayBuffer());
}

/** Sends a webhook that no emulator makes by itself. */
async function send(field: string, value: Record<string, unknown>): Promise<void> {
	const metadata = { display_phone_number: '15550100100', phone_number_id: meta.numbers[0][0] };
	const { status } = await control().sendWebhook({
		body: {
			object: 'whatsapp_business_account',
			entry: [{ id: '1', changes: [{ field, value: { metadata, ...value } }] }],
		},
		callback: trigger.url,
	});
	expect(status).toBe(200);
}

const message = (text: string, timestamp = Math.floor(Date.now() / 1000)) => ({
	id: `wamid.${text}`,
	from: '15550330001',
	timestamp: String(timestamp),
	type: 'text',
	text: { body: text },
});

const texts = async () => (await trigger.items()).map(({ text }) => text);

describe('Download Media', () => {
	it('puts the file to the message, whole and named', async () => {
		await published({ downloadMedia: true });
		control().receive({ from: '15550330001', type: 'image', text: 'Look' });
		const { text, mime_type, media_id, media_note } = await firstItem();
		expect([text, mime_type, media_note]).toEqual(['Look', 'image/png', undefined]);
		const { file } = await stored();
		expect(file).toMatchObject({ mimeType: 'image/png', fileName: `${String(media_id)}.png` });
		const { sha256 } = await meta.graph<{ sha256: string }>('GET', `/${String(media_id)}`);
		const digest = createHash('sha256').update(await bytesOf(file as StoredFile));
		expect([digest.copy().digest('hex'), digest.digest('base64')]).toContain(sha256);
	});

	it('leaves a file above the limit where it is, says so, and starts the run all the same', async () => {
		await published({ downloadMedia: true, mediaSizeLimitMb: 1 });
		const form = new FormData();
		form.set('messaging_product', 'whatsapp');
		form.set('type', 'text/plain');
		form.set('file', new Blob([Buffer.alloc(2 ** 20 + 1, 'a')], { type: 'text/plain' }), 'big.txt');
		const { baseUrl, phoneNumberId, accessToken } = meta.accounts[0];
		const response = await fetch(`${baseUrl}/v25.0/${phoneNumberId}/media`, {
			method: 'POST',
			headers: { authorization: `Bearer ${accessToken}` },
			body: form,
		});
		const { id } = (await response.json()) as { id: string };
		const document = { id, mime_type: 'text/plain', filename: 'big.txt' };
		control().receive({ from: '15550330001', extra: { type: 'document', document } });
		const item = await firstItem();
		expect(item).toMatchObject({ media_id: id, filename: 'big.txt' });
		expect(item.media_note).toContain('more than this trigger');
		expect((await stored()).file).toBeUndefined();
	});
});

it('Leave Out Content: who, when and which type, and no word of it anywhere in n8n', async () => {
	await published({ leaveOutContent: true, downloadMedia: true }, { includeRaw: true });
	control().receive({
		from: '15550330001',
		name: 'Nosy Name',
		type: 'image',
		text: 'Secret words',
	});
	const item = await firstItem();
	expect(item).toMatchObject({
		type: 'image',
		from: '15550330001',
		text: '',
		contact_name: '',
		content_left_out: true,
	});
	const { text, file } = await stored();
	expect(file).toBeUndefined();
	for (const word of ['Secret words', 'Nosy Name']) expect(text).not.toContain(word);
});

it('Ignore Own Echoes: what we wrote on the phone starts nothing; without it, it is marked', async () => {
	await published({ ignoreEchoes: true });
	await send('smb_message_echoes', { message_echoes: [message('mine')] });
	await send('messages', { messages: [message('theirs')] });
	expect(await texts()).toEqual(['theirs']);
	await trigger.edit({ parameters: {} });
	await trigger.publish();
	await send('smb_message_echoes', { message_echoes: [message('mine again')] });
	await eventually(async () =>
		expect((await trigger.items()).at(-1)).toMatchObject({ text: 'mine again', echo: true }),
	);
});

it('Drop Events Older Than: a backlog starts nothing, what is fresh does', async () => {
	await published({ maxAgeMinutes: 10 });
	const now = Math.floor(Date.now() / 1000);
	await send('messages', { messages: [message('eleven minutes old', now - 660)] });
	await send('messages', { messages: [message('nine minutes old', now - 540)] });
	expect(await texts()).toEqual(['nine minutes old']);
});

it('standby: what another app answers is marked, so that nobody answers by itself', async () => {
	await published({});
	await send('standby', { messages: [message('to the other app')] });
	await send('messages', { messages: [message('to us')] });
	const items = await trigger.items();
	expect(items.map(({ text, standby }) => [text, standby])).toEqual([
		['to the other app', true],
		['to us', false],
	]);
});
