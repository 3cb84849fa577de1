import { list, record, text } from '../webhook/read';

/** What a template is, flat: the words of its parts instead of Meta's components. */
export interface TemplateSummary {
	[key: string]: string | string[];
	template_id: string;
	name: string;
	language: string;
	status: string;
	category: string;
	/** GREEN, YELLOW, RED or UNKNOWN. */
	quality: string;
	/** Empty unless Meta refused it. */
	rejected_reason: string;
	header: string;
	body: string;
	footer: string;
	buttons: string[];
}

export const TEMPLATE_SUMMARY_FIELDS =
	'id,name,language,status,category,parameter_format,components,quality_score,rejected_reason';

/** Reads what Graph says about a template. Nothing in here throws: parts in another shape are left empty. */
export function templateSummary(answer: unknown): TemplateSummary {
	const template = record(answer);
	const parts = list(template.components).map(record);
	const part = (type: string) => record(parts.find((one) => text(one.type).toUpperCase() === type));
	const header = part('HEADER');
	const reason = text(template.rejected_reason);
	return {
		template_id: text(template.id),
		name: text(template.name),
		language: text(template.language),
		status: text(template.status),
		category: text(template.category),
		quality: text(record(template.quality_score).score),
		rejected_reason: reason === 'NONE' ? '' : reason,
		header: text(header.text) || text(header.format).toLowerCase(),
		body: text(part('BODY').text),
		footer: text(part('FOOTER').text),
		buttons: list(part('BUTTONS').buttons)
			.map(record)
			.map((button) => text(button.text) || text(button.type).toLowerCase()),
	};
}
