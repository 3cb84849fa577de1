import type { FilterName } from '../filter';
import type { Dimension } from '../groups';
import type { Report } from '../report';
import { countryName } from './countryName';
import { groupTable, type Words } from './groupTable';
import { html, type Html } from './html';
import type { Links } from './links';

type Section = Omit<Words, 'address'> & { id: Dimension; filter: FilterName };

const MAIN: Section[] = [
	{
		id: 'campaigns',
		filter: 'campaign',
		title: 'Campaigns',
		first: 'Campaign',
		none: 'Outside campaigns',
		kind: 'campaign',
	},
	{
		id: 'templates',
		filter: 'template',
		title: 'Templates',
		first: 'Template',
		none: 'Without a template',
		kind: 'template',
	},
];

const MORE: Section[] = [
	{
		id: 'variants',
		filter: 'variant',
		title: 'Versions',
		first: 'Version',
		none: 'Without versions',
		kind: 'version',
	},
	{
		id: 'countries',
		filter: 'country',
		title: 'Countries',
		first: 'Country of the number',
		none: 'Not known',
		kind: 'country',
		label: countryName,
	},
	{
		id: 'languages',
		filter: 'language',
		title: 'Languages',
		first: 'Language of the template',
		none: 'Without a template',
		kind: 'language',
	},
	{
		id: 'categories',
		filter: 'category',
		title: 'Categories',
		first: 'Category',
		none: 'Not known',
		kind: 'category',
	},
	{
		id: 'numbers',
		filter: 'phone_number_id',
		title: 'Your numbers',
		first: 'Phone number ID',
		none: 'Not known',
		kind: 'number',
	},
];

function table(report: Report, { filter, ...words }: Section, links: Links | undefined): Html {
	const address =
		links &&
		(({ name, language }: { name: string; language: string }) =>
			links({ [filter]: name, ...(language !== '' && { language }) }));
	return groupTable(words.id, { ...words, address }, report[words.id]);
}

/** Campaigns and templates. */
export const mainGroups = (report: Report, links: Links | undefined): Html[] =>
	MAIN.map(
		(section) =>
			html`<section aria-labelledby="${section.id}">
				<h2 id="${section.id}">${section.title}</h2>
				${table(report, section, links)}
			</section>`,
	);

/** All other ways to divide the messages, where there is something to divide. */
export function moreGroups(report: Report, links: Links | undefined): Html | undefined {
	const shown = MORE.filter(({ id }) => report[id].length > 1);
	if (shown.length === 0) return undefined;
	return html`<section aria-labelledby="more">
		<h2 id="more">In detail</h2>
		${shown.map(
			(section) =>
				html`<details>
					<summary id="${section.id}">By ${section.kind}</summary>
					${table(report, section, links)}
				</details>`,
		)}
	</section>`;
}
