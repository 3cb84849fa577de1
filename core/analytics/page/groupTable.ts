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

function row(group: GroupReport, none: string): Html {
	const { counts, name, language, category } = group;
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
			${name || html`<i>${none}</i>`}${detail !== '' && html`<small>${detail}</small>`}
		</th>
		${cells.map(([label, value]) => html`<td role="cell" data-label="${label}">${value}</td>`)}
	</tr>`;
}

const COLUMNS = ['Messages', 'Delivered', 'Read', 'Not delivered', 'Replies', 'Opt-outs'];

/** One line per campaign or template. `id` names the section on the page. */
export function groupTable(
	id: string,
	words: { title: string; first: string; none: string; kind: string },
	groups: GroupReport[],
): Html {
	const shown = groups.slice(0, MOST_ROWS);
	const hidden = groups.length - shown.length;
	return html`<section aria-labelledby="${id}">
		<h2 id="${id}">${words.title}</h2>
		<table class="groups" role="table" aria-labelledby="${id}">
			<thead role="rowgroup">
				<tr role="row">
					<th role="columnheader" scope="col">${words.first}</th>
					${COLUMNS.map((label) => html`<th role="columnheader" scope="col">${label}</th>`)}
				</tr>
			</thead>
			<tbody role="rowgroup">
				${shown.map((group) => row(group, words.none))}
			</tbody>
		</table>
		${hidden > 0 &&
		html`<p class="note">
			${plural(hidden, `older ${words.kind}`)} not shown; choose another period to see more.
		</p>`}
	</section>`;
}
