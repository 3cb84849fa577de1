import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { allPages } from '../../../core/graph/pages';
import { formatReference } from '../../../core/template/reference';
import { templateTitle } from '../../../core/template/definition';
import { templatesPath } from '../definitions';
import { asked, matches } from './asked';

interface Template {
	name: string;
	language: string;
	status?: string;
	category?: string;
}

/** Every approved template in every language, however many pages Meta spreads them over. */
export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const templates = await asked(
		this,
		async ({ account, graph }) =>
			await allPages<Template>(graph, {
				method: 'GET',
				path: templatesPath(account),
				qs: { fields: 'name,language,status,category', status: 'APPROVED' },
			}),
	);
	const results = templates
		.filter(({ status }) => status === 'APPROVED')
		.map((template) => ({
			name: `${templateTitle(template)} · ${template.category?.toLowerCase() ?? 'template'}`,
			value: formatReference(template),
		}))
		.filter(({ name }) => matches(name, filter))
		.sort((a, b) => a.name.localeCompare(b.name));
	return { results };
}
