import type { GroupReport } from '../groups';
import { number, percent, plural } from './format';
import { html, type Html } from './html';

/** The page stays small: what does not fit is found by choosing a shorter period. */
const MOST_ROWS = 50;

function share(group: GroupReport, id: string): string {
	const { value, numerator, denominator } = group.rates[id];
	if (value !== null) return percent(value);
	return denominator === 0 ? '–' : `${number(numerator)} of ${number(denominator)}`;
}

function row(group: GroupReport, { none, label, address }: Words): Html {
	const { counts, name, language, category } = group;
	const shown = name === '' ? html`<i>${none}</i>` : (label?.(name) ?? name);
	const href = address?.(group);
	const detail = [language, category].filter(Boolean).join(' · ');
	const cells: Array<[string, string]> = [
		['Messages', number(counts.attempted)],
		['Delivered', share(group, 'delivery')],
		['Read', share(group, 'read')],
		['Not delivered', number(counts.failed + counts.refused)],
		['Replies', number(counts.replied)],
		['Opt-outs', number(counts.opted_out)],
	];
	return html`<tr role="row">
		<th role="rowheader" scope="row">
			${href === undefined ? shown : html`<a href="${href}">${shown}</a>`}${detail !== '' &&
			html`<small>${detail}</small>`}
		</th>
		${cells.map(([label, value]) => html`<td role="cell" data-label="${label}">${value}</td>`)}
	</tr>`;
}

const COLUMNS = ['Messages', 'Delivered', 'Read', 'Not delivered', 'Replies', 'Opt-outs'];

/** What a table says, and where its names lead. */
export interface Words {
	title: string;
	first: string;
	/** What messages that belong to no group are called. */
	none: string;
	kind: string;
	label?: (name: string) => string;
	/** Address of the page about one group. */
	address?: (group: GroupReport) => string;
}

/** One line per campaign, template, country … `id` is the one of the heading. */
export function groupTable(id: string, words: Words, groups: GroupReport[]): Html {
	const shown = groups.slice(0, MOST_ROWS);
	const hidden = groups.length - shown.length;
	return html`<table class="groups" role="table" aria-labelledby="${id}">
			<thead role="rowgroup">
				<tr role="row">
					<th role="columnheader" scope="col">${words.first}</th>
					${COLUMNS.map((label) => html`<th role="columnheader" scope="col">${label}</th>`)}
				</tr>
			</thead>
			<tbody role="rowgroup">
				${shown.map((group) => row(group, words))}
			</tbody>
		</table>
		${hidden > 0 &&
		html`<p class="note">
			${plural(hidden, `more ${words.kind}`)} not shown; choose another period to see more, or
			download the figures.
		</p>`}`;
}
