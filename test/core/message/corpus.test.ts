import { messageBody, type Envelope } from '../../../core/message/envelope';
import { templateContent } from '../../../core/message/template';
import { textContent } from '../../../core/message/text';
import { buildComponents } from '../../../core/template/components';
import { corpus, hasCorpus } from '../../support/corpus';
import { intentOf, type SentTemplate } from './intent';

interface Row {
	kind: string;
	clean: boolean;
	source: string;
	body: Record<string, unknown>;
}

/** Bodies of other clients that no builder should produce, and why. */
const NOT_OURS: [string, (row: Row) => boolean][] = [
	['text is a placeholder, not an object', ({ body }) => typeof body.text === 'string'],
	[
		'quick replies with a true/false text where Meta documents a payload',
		({ body }) => JSON.stringify(body).includes('"text":true'),
	],
];

/** Meta's example writes `http(s)://` where one of the two is meant. */
const readable = (row: Row) =>
	JSON.parse(JSON.stringify(row).replaceAll('http(s)://', 'https://')) as Row;

const rows = (kind: string) =>
	corpus<Row>('sends')
		.map(readable)
		.filter((row) => row.clean && row.kind.startsWith(kind) && !NOT_OURS.some(([, is]) => is(row)));

function envelopeOf(body: Record<string, unknown>): Envelope {
	return {
		to: body.to as string,
		recipient: body.recipient as string,
		recipientType: body.recipient_type as 'individual' | undefined,
		replyTo: (body.context as { message_id: string } | undefined)?.message_id,
		key: body.biz_opaque_callback_data as string,
	};
}

/** Spellings Meta treats alike: button indexes as text, defaults left out, no components or an empty list. */
function alike(body: Record<string, unknown>): unknown {
	const indexed = JSON.parse(JSON.stringify(body), (name, value: unknown) =>
		name === 'index' ? String(value) : value,
	) as Record<string, unknown>;
	const template = indexed.template as { components?: unknown[] } | undefined;
	if (template?.components?.length === 0) delete template.components;
	return { recipient_type: 'individual', type: 'text', ...indexed };
}

(hasCorpus ? describe : describe.skip)(
	'what other clients send (needs the corpus beside the project)',
	() => {
		it('has enough rows to mean something', () => {
			expect([rows('text').length, rows('template').length]).toEqual([17, 16]);
		});

		it('as text comes out of our builders for the same intent', () => {
			for (const { body } of rows('text')) {
				const text = body.text as { body: string; preview_url?: boolean };
				const built = messageBody(
					envelopeOf(body),
					textContent({ body: text.body, previewUrl: text.preview_url }),
				);
				expect(alike(built)).toEqual(alike(body));
			}
		});

		it('as template comes out of our builders for the same intent', () => {
			for (const { body } of rows('template')) {
				const template = body.template as SentTemplate;
				const { definition, values } = intentOf(template);
				const built = messageBody(
					envelopeOf(body),
					templateContent({
						name: template.name,
						language: template.language.code,
						policy: template.language.policy,
						components: buildComponents(definition, values),
					}),
				);
				expect(alike(built)).toEqual(alike(body));
			}
		});
	},
);
