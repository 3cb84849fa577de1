import { corpus, hasCorpus } from '../../test/support/corpus';
import type { WebhookBody } from './support/receiver';
import { PERSON, setTheStage, template } from './support/stage';

/** Documented by Meta, and in none of the collected bodies. */
const DOCUMENTED = ['statuses.biz_opaque_callback_data'];

const describeCorpus = hasCorpus ? describe : describe.skip;

describeCorpus('the shape of webhooks (skipped without the shared collection)', () => {
	it('has no key that no webhook of Meta has', async () => {
		const known = new Set(DOCUMENTED);
		for (const { body } of corpus<{ body: WebhookBody }>('webhooks'))
			for (const key of keysOf(body)) known.add(key);
		const stage = await setTheStage();
		const { control } = stage.emulator;
		await stage.subscribe();
		const types = [
			'text',
			'button',
			'button_reply',
			'list_reply',
			'image',
			'video',
			'audio',
			'voice',
			'document',
			'sticker',
			'contacts',
			'order',
			'flow_reply',
			'unsupported',
			'location',
			'reaction',
		] as const;
		for (const type of types)
			control.receive({ from: PERSON, type, context_message_id: 'wamid.X', text: 'x' });
		await stage.send({ ...template('hello_world'), biz_opaque_callback_data: 'k' });
		control.fault({ kind: 'fail_status' });
		await stage.send(template('hello_world'));
		await control.idle();
		const ours = new Set(stage.receiver.deliveries.flatMap(({ body }) => [...keysOf(body)]));
		expect(ours.size).toBeGreaterThan(40);
		expect([...ours].filter((key) => !known.has(key))).toEqual([]);
		await stage.close();
	});
});

/** Every path of keys in the values of a webhook, lists looked through. */
function* keysOf(body: Partial<WebhookBody>): Generator<string> {
	for (const { changes } of Array.isArray(body?.entry) ? body.entry : [])
		for (const { value } of Array.isArray(changes) ? changes : []) yield* paths(value, '');
}

function* paths(value: unknown, prefix: string): Generator<string> {
	if (Array.isArray(value)) for (const one of value) yield* paths(one, prefix);
	else if (typeof value === 'object' && value !== null)
		for (const [key, inner] of Object.entries(value)) {
			const path = prefix ? `${prefix}.${key}` : key;
			yield path;
			yield* paths(inner, path);
		}
}
