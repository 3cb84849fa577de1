import {
	componentOf,
	type TemplateButton,
	type TemplateComponent,
	type TemplateDefinition,
} from './definition';
import { placeholders, wordsAround } from './placeholders';

export type VariableKind =
	| 'text'
	| 'image'
	| 'video'
	| 'document'
	| 'location'
	| 'url'
	| 'payload'
	| 'otp'
	| 'coupon'
	| 'flow';

/** One thing the user fills in. `id` is what values are keyed by, for example `body.first_name` or `button.0.url`. */
export interface TemplateVariable {
	id: string;
	component: 'header' | 'body' | 'button';
	/** Meta's name of the variable, or what stands in its place: `image`, `filename`, `payload` … */
	name: string;
	/** For people, with the words around the variable. */
	label: string;
	example: string;
	required: boolean;
	kind: VariableKind;
	/** Place of a button in its row, from 0. */
	index?: number;
}

const MEDIA = new Set(['IMAGE', 'VIDEO', 'DOCUMENT']);

function exampleOf(
	component: TemplateComponent,
	part: 'header' | 'body',
	name: string,
	at: number,
) {
	const { example } = component;
	const named = example?.[`${part}_text_named_params`]?.find(
		({ param_name }) => param_name === name,
	);
	const listed = part === 'header' ? example?.header_text?.[at] : example?.body_text?.[0]?.[at];
	return named?.example ?? listed ?? '';
}

function textVariables(component: TemplateComponent, part: 'header' | 'body'): TemplateVariable[] {
	const text = component.text ?? '';
	const title = part === 'header' ? 'Header' : 'Body';
	return placeholders(text).map((name, at) => ({
		id: `${part}.${name}`,
		component: part,
		name,
		label: `${title} · ${name} — ${wordsAround(text, name)}`,
		example: exampleOf(component, part, name, at),
		required: true,
		kind: 'text',
	}));
}

function headerField(
	name: string,
	words: string,
	kind: VariableKind,
	required = true,
): TemplateVariable {
	const label = `Header · ${name} — ${words}`;
	return { id: `header.${name}`, component: 'header', name, label, example: '', required, kind };
}

function headerVariables(header: TemplateComponent | undefined): TemplateVariable[] {
	if (!header) return [];
	const format = (header.format ?? 'TEXT').toUpperCase();
	if (format === 'TEXT') return textVariables(header, 'header');
	if (format === 'LOCATION') {
		return [
			headerField('latitude', 'degrees north, such as 52.5163', 'location'),
			headerField('longitude', 'degrees east, such as 13.3777', 'location'),
			headerField('name', 'name of the place', 'location'),
			headerField('address', 'address of the place', 'location'),
		];
	}
	if (!MEDIA.has(format)) return [];
	const kind = format.toLowerCase() as 'image' | 'video' | 'document';
	const media = headerField(kind, 'public link (https://…) or media ID', kind);
	const filename = headerField('filename', 'name the recipient sees (optional)', 'text', false);
	return kind === 'document' ? [media, filename] : [media];
}

function firstText(example: unknown): string {
	const first: unknown = Array.isArray(example) ? example[0] : example;
	return typeof first === 'string' ? first : '';
}

function buttonVariables(button: TemplateButton, index: number): TemplateVariable[] {
	const title = `Button "${button.text ?? index + 1}"`;
	const field = (name: string, kind: VariableKind, words: string, required: boolean) => [
		{
			id: `button.${index}.${name}`,
			component: 'button' as const,
			name,
			label: `${title} · ${name} — ${words}`,
			example: firstText(button.example),
			required,
			kind,
			index,
		},
	];
	switch (button.type.toUpperCase()) {
		case 'URL': {
			const [name] = placeholders(button.url ?? '');
			return name ? field('url', 'url', `ending of ${button.url}`, true) : [];
		}
		case 'QUICK_REPLY':
			return field('payload', 'payload', 'comes back when it is tapped (optional)', false);
		case 'COPY_CODE':
			return field('coupon', 'coupon', 'the code to copy', true);
		case 'FLOW':
			return field(
				'flow_token',
				'flow',
				'identifies this conversation to your flow (optional)',
				false,
			);
		default:
			return [];
	}
}

/** Meta writes the texts of authentication templates; the one thing to fill in is the code, used in body and button. */
export const isAuthentication = ({ category }: TemplateDefinition) =>
	category.toUpperCase() === 'AUTHENTICATION';

const otp: TemplateVariable = {
	id: 'otp.code',
	component: 'body',
	name: 'code',
	label: 'One-time code — shown in the text and copied by the button',
	example: '123456',
	required: true,
	kind: 'otp',
};

/** Everything a send of this template needs or may carry, in the order a reader meets it. */
export function templateVariables(definition: TemplateDefinition): TemplateVariable[] {
	const header = headerVariables(componentOf(definition, 'HEADER'));
	if (isAuthentication(definition)) return [...header, otp];
	const body = componentOf(definition, 'BODY');
	const buttons = componentOf(definition, 'BUTTONS')?.buttons ?? [];
	return [
		...header,
		...(body ? textVariables(body, 'body') : []),
		...buttons.flatMap(buttonVariables),
	];
}
