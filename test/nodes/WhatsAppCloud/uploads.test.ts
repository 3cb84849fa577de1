import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import type { Emulator } from '../../../emulator/index';
import { emulate, fileOf, messageOf, people, run, sendTemplateOf } from './support';

let emulator: Emulator;
beforeEach(async () => {
	emulator = await emulate();
});
afterEach(async () => await emulator.close());

const uploads = () => emulator.control.requests().filter(({ path }) => path.endsWith('/media'));
const bodies = () => emulator.control.sent().map(({ body }) => body as Record<string, IDataObject>);
const jsonOf = ({ outputs }: Awaited<ReturnType<typeof run>>) => outputs[0].map(({ json }) => json);

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const png = (more = '') => fileOf(Buffer.concat([PNG, Buffer.from(more)]), 'image/png', 'a.png');

const sendFile = async (operation: string, binary: IBinaryKeyData[], fields: IDataObject = {}) =>
	await run(
		emulator,
		people(binary.length),
		messageOf(operation, { source: 'binary', binaryField: 'data', ...fields }),
		{ binary },
	);

it('uploads a file of the item and sends it by its media ID', async () => {
	const result = await sendFile('sendImage', [png()], { caption: 'Look' });
	expect(jsonOf(result)[0]).toMatchObject({ status: 'accepted' });
	expect(bodies()[0].image).toEqual({ id: expect.stringMatching(/^\d+$/), caption: 'Look' });
	expect(uploads()).toHaveLength(1);
});

it('uploads the same content once, however many people get it', async () => {
	const binary = Array.from({ length: 20 }, (_, at) => png(at % 2 ? 'odd' : 'even'));
	const result = await sendFile('sendImage', binary);
	expect(jsonOf(result).every(({ status }) => status === 'accepted')).toBe(true);
	expect(uploads()).toHaveLength(2);
	const ids = bodies().map(({ image }) => image.id);
	expect(new Set(ids).size).toBe(2);
});

it('tries an upload again that got no answer, and sends once', async () => {
	emulator.control.fault({ kind: 'drop_answer', match: { path: '/media' } });
	const result = await sendFile('sendImage', [png()]);
	expect(jsonOf(result)[0]).toMatchObject({ status: 'accepted' });
	expect(uploads()).toHaveLength(2);
	expect(bodies()).toHaveLength(1);
});

it('never calls a message unknown whose file could not be uploaded', async () => {
	emulator.control.fault({ kind: 'drop_answer', times: 0, match: { path: '/media' } });
	const result = await sendFile('sendImage', [png()]);
	expect(jsonOf(result)[0]).toMatchObject({ status: 'failed', code: 'no_connection' });
	expect(bodies()).toHaveLength(0);
}, 15_000);

it('gives a document its own name, unless another is wanted', async () => {
	const pdf = fileOf('%PDF-1.7', 'application/pdf', 'invoice.pdf');
	await sendFile('sendDocument', [pdf]);
	await sendFile('sendDocument', [pdf], { filename: 'Invoice 1.pdf' });
	expect(bodies().map(({ document }) => document.filename)).toEqual([
		'invoice.pdf',
		'Invoice 1.pdf',
	]);
});

it('takes an Opus voice note under its usual name', async () => {
	const note = fileOf('OggS\0\0\0\0OpusHead', 'audio/opus', 'note.opus');
	const result = await sendFile('sendAudio', [note], { voice: true });
	expect(jsonOf(result)[0]).toMatchObject({ status: 'accepted' });
	expect(bodies()[0].audio).toEqual({ id: expect.any(String), voice: true });
});

it.each([
	['sendImage', fileOf('GIF89a', 'image/gif'), /type "image\/gif", and an image has to be/],
	['sendVideo', png(), /WhatsApp sends it as an image/],
	['sendSticker', fileOf(Buffer.alloc(101 * 1024), 'image/webp'), /101 KB; WhatsApp allows 100 KB/],
	['sendImage', fileOf('', 'image/png'), /The file is empty/],
])('%s refuses what WhatsApp would not take, before any call', async (operation, file, reason) => {
	const result = await sendFile(operation, [file]);
	expect(result.error?.message).toMatch(reason);
	expect(emulator.control.requests()).toHaveLength(0);
});

it('names the fields the item has when the one asked for is not there', async () => {
	const result = await sendFile('sendImage', [png()], { binaryField: 'photo' });
	expect(result.error?.message).toContain('no file in the binary field "photo". It has: data.');
});

it('with Validate Only uploads nothing', async () => {
	const result = await sendFile('sendImage', [png()], { options: { validateOnly: true } });
	expect(jsonOf(result)[0]).toMatchObject({ status: 'valid' });
	expect(emulator.control.requests()).toHaveLength(0);
});

it('takes a binary field as header, as card and as header of a template', async () => {
	const buttons = { button: [{ title: 'Yes' }] };
	const fields = { body: 'Sure?', buttons, header: 'image', headerFile: 'data' };
	const binary = [png()];
	await run(emulator, people(1), messageOf('sendReplyButtons', fields), { binary });
	const card = { fileType: 'image', file: 'data', text: '', buttonKind: 'replies', buttons };
	const cards = { card: [card, card] };
	await run(emulator, people(1), messageOf('sendCarousel', { body: 'Swipe', cards }), { binary });
	const values = {
		'header.image': 'data',
		'body.first_name': 'Jo',
		'body.day': 'today',
		'button.0.url': 'a',
	};
	const template = sendTemplateOf('spring_sale|en_US', values);
	const result = await run(emulator, people(1), template, { binary });
	expect(jsonOf(result)[0]).toMatchObject({ status: 'accepted', reason: '' });
	const ids = JSON.stringify(bodies()).match(/"image":\{"id":"\d+"\}/g);
	expect(ids).toHaveLength(4);
});
