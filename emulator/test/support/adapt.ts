import { randomUUID } from 'node:crypto';
import { uploadSample } from './sample';
import type { Stage } from './stage';
import { PERSON } from './stage';

export interface SendCase {
	source: string;
	path: string;
	kind: string;
	clean: boolean;
	body: Record<string, unknown>;
}

/** A placeholder of a test suite or a document, not a value: `{{$faker->…}}`, `<MEDIA_ID>`, `%s`. */
const PLACEHOLDER = /{{.*}}|<.*>|^%s$|\(s\):\/\//;

/**
 * Puts real values where a collected body has placeholders or IDs of somebody else's account: an uploaded file, a
 * message of this conversation, a number, an address. Nothing else is changed.
 */
export function adapt(
	body: Record<string, unknown>,
	known: { media: string; message: string },
): Record<string, unknown> {
	const adapted = replace(body, '', known) as Record<string, unknown>;
	if (
		adapted.to !== undefined &&
		adapted.recipient_type !== 'group' &&
		!/^\+?\d{7,15}$/.test(String(adapted.to))
	)
		adapted.to = PERSON;
	if (adapted.message_id !== undefined) adapted.message_id = known.message;
	const { reaction, template } = adapted as {
		reaction?: { message_id: string };
		template?: { name: string; language?: { code: string } };
	};
	if (reaction) reaction.message_id = known.message;
	if (template) template.name = template.name.toLowerCase().replace(/[^a-z0-9_]/g, '_');
	if (template?.language && !/^[a-z]{2,3}(_[A-Z]{2,3})?$/.test(template.language.code))
		template.language.code = 'en_US';
	return adapted;
}

/** Placeholders that stand for something else than a text. */
const PLAIN: Record<string, unknown> = { preview_url: true, latitude: 1.5, longitude: 2.5 };

const MEDIA = new Set(['image', 'video', 'audio', 'document', 'sticker']);

function replace(value: unknown, parent: string, known: { media: string }): unknown {
	if (Array.isArray(value)) return value.map((one) => replace(one, parent, known));
	if (typeof value !== 'object' || value === null)
		return typeof value === 'string' && PLACEHOLDER.test(value)
			? `p${randomUUID().replace(/-/g, '').slice(0, 12)}`
			: value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => {
			if (MEDIA.has(parent) && key === 'id') return [key, known.media];
			if ((key === 'link' || key === 'url') && typeof inner === 'string' && PLACEHOLDER.test(inner))
				return [key, 'https://example.com/file'];
			if (typeof inner === 'string' && PLACEHOLDER.test(inner) && key in PLAIN)
				return [key, PLAIN[key]];
			return [key, replace(inner, key, known)];
		}),
	);
}

interface Part {
	type: string;
	sub_type?: string;
	index?: string | number;
	parameters?: Array<{ type: string; parameter_name?: string }>;
}

/** Creates the template a collected body must have been written for, derived from the body itself. */
export async function createTemplateFor(
	stage: Stage,
	body: Record<string, unknown>,
): Promise<void> {
	const {
		name,
		language,
		components = [],
	} = body.template as {
		name: string;
		language: { code: string };
		components?: Part[];
	};
	const account = stage.emulator.config.businessAccountId;
	const part = (type: string) => components.find((one) => one.type === type)?.parameters ?? [];
	const header = part('header')[0]?.type;
	const values = part('body');
	const buttons = components.filter(({ type }) => type === 'button');
	await stage.graph('DELETE', `/${account}/message_templates?name=${name}`);
	const { status, body: answer } = await stage.graph('POST', `/${account}/message_templates`, {
		name,
		language: language.code,
		category: 'UTILITY',
		components: [
			...(header ? [await headerOf(stage, header)] : []),
			{
				type: 'BODY',
				text: `Text ${values.map((_, index) => `{{${index + 1}}} and`).join(' ')} more.`,
				...(values.length > 0 && { example: { body_text: [values.map(() => 'x')] } }),
			},
			...(buttons.length > 0 ? [{ type: 'BUTTONS', buttons: buttons.map(buttonOf) }] : []),
		],
	});
	if (status !== 200) throw new Error(JSON.stringify(answer));
}

/** What a header of each kind needs as its sample. */
const SAMPLES: Record<string, string> = {
	image: 'image/png',
	video: 'video/mp4',
	document: 'application/pdf',
};

async function headerOf(stage: Stage, kind: string): Promise<Record<string, unknown>> {
	if (kind === 'text')
		return {
			type: 'HEADER',
			format: 'TEXT',
			text: 'For {{1}} only',
			example: { header_text: ['x'] },
		};
	const sample = SAMPLES[kind];
	return {
		type: 'HEADER',
		format: kind,
		...(sample && { example: { header_handle: [await uploadSample(stage, sample)] } }),
	};
}

const buttonOf = ({ sub_type }: Part) =>
	sub_type === 'url'
		? {
				type: 'URL',
				text: 'Open',
				url: 'https://example.com/{{1}}',
				example: ['https://example.com/a'],
			}
		: { type: 'QUICK_REPLY', text: 'Answer' };
