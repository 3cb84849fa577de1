import { componentOf, type TemplateDefinition } from './definition';
import { fill } from './placeholders';
import { isRich, type TemplateValue, type TemplateValues } from './values';

type Values = Map<string, TemplateValue>;

function shown(value: TemplateValue | undefined): string | undefined {
	if (value === undefined) return undefined;
	if (!isRich(value)) return String(value);
	const inner = value[value.type] as { fallback_value?: unknown } | undefined;
	return String(inner?.fallback_value ?? '');
}

/** The body as the recipient reads it. */
export function bodyText(definition: TemplateDefinition, values: Values): string {
	const text = componentOf(definition, 'BODY')?.text ?? '';
	return fill(text, (name) => shown(values.get(`body.${name}`)));
}

function headerText(definition: TemplateDefinition, values: Values): string {
	const header = componentOf(definition, 'HEADER');
	if (!header) return '';
	const format = (header.format ?? 'TEXT').toLowerCase();
	if (format === 'text')
		return fill(header.text ?? '', (name) => shown(values.get(`header.${name}`)));
	return `[${shown(values.get('header.name')) ?? format}]`;
}

/** The whole message as plain text, for a preview: header, body, footer, then one line per button. */
export function renderPreview(definition: TemplateDefinition, given: TemplateValues): string {
	const known = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
	const values: Values = new Map(known as [string, TemplateValue][]);
	const code = values.get('otp.code');
	if (code !== undefined) values.set('body.1', code);
	const buttons = componentOf(definition, 'BUTTONS')?.buttons ?? [];
	return [
		headerText(definition, values),
		bodyText(definition, values),
		componentOf(definition, 'FOOTER')?.text ?? '',
		buttons.map(({ text }) => `[${text ?? 'button'}]`).join('\n'),
	]
		.filter(Boolean)
		.join('\n\n');
}
