import type { Template } from '../../store';
import { parseList } from '../call';

/** `["A","B"]`, `A,B`, `A` or a repeated parameter: the ways lists arrive in a query. */
export function listOf(value: unknown): string[] | undefined {
	if (value === undefined || value === '') return undefined;
	const list = parseList(value) ?? value;
	return (Array.isArray(list) ? list : String(list).split(',')).map((one) => String(one).trim());
}

const upper = (list: string[] | undefined) => list?.map((one) => one.toUpperCase());

/** The filters of the template list. `name` finds parts of names. */
export function filterTemplates(
	templates: Template[],
	params: Record<string, unknown>,
): Template[] {
	const status = upper(listOf(params.status));
	const category = upper(listOf(params.category));
	const quality = upper(listOf(params.quality_score));
	const language = listOf(params.language);
	const name = textOf(params.name);
	const content = textOf(params.content);
	const either = textOf(params.name_or_content);
	return templates.filter(
		(template) =>
			(!status || status.includes(template.status)) &&
			(!category || category.includes(template.category)) &&
			(!quality || quality.includes(template.quality_score.score)) &&
			(!language || language.includes(template.language)) &&
			template.name.includes(name) &&
			contentOf(template).includes(content) &&
			(template.name.includes(either) || contentOf(template).includes(either)),
	);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : '');

const contentOf = ({ components }: Template) =>
	components
		.map(({ text }) => text ?? '')
		.join('\n')
		.toLowerCase();
