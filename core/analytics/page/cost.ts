import type { Amount, CostLine, CostReport, UnpricedLine } from '../cost/report';
import type { Report } from '../report';
import { countryName } from './countryName';
import { number, plural } from './format';
import { html, type Html } from './html';

/** The currency code that stands for no country's money: the example rates use it. */
const MADE_UP = 'XTS';
const MOST_ROWS = 20;

/** Small amounts keep the decimals that tell them apart. */
function money({ currency, amount }: Amount): string {
	const value = Number(amount);
	const maximumFractionDigits = value !== 0 && Math.abs(value) < 1 ? 4 : 2;
	const style = { style: 'currency', currency, maximumFractionDigits } as const;
	return new Intl.NumberFormat('en-US', style).format(value);
}

const moneys = (amounts: Amount[]) => amounts.map(money).join(' + ') || '0';

function lines(id: string, first: string, shown: CostLine[], nameOf: (name: string) => string) {
	const columns = ['Cost', 'Paid', 'Free'];
	if (shown.some(({ unpriced }) => unpriced > 0)) columns.push('No price');
	const row = ({ name, amounts, paid, free, unpriced }: CostLine) => {
		const values = [moneys(amounts), number(paid), number(free), number(unpriced)];
		return html`<tr role="row">
			<th role="rowheader" scope="row">${nameOf(name)}</th>
			${columns.map((label, i) => html`<td role="cell" data-label="${label}">${values[i]}</td>`)}
		</tr>`;
	};
	return html`<table class="groups costs" role="table" aria-labelledby="${id}">
		<thead role="rowgroup">
			<tr role="row">
				${[first, ...columns].map(
					(label) => html`<th role="columnheader" scope="col">${label}</th>`,
				)}
			</tr>
		</thead>
		<tbody role="rowgroup">
			${shown.slice(0, MOST_ROWS).map(row)}
		</tbody>
	</table>`;
}

const WHY: Readonly<Record<UnpricedLine['why'], string>> = {
	no_rate: 'the table wa_rates has no line for it',
	by_conversation: 'Meta billed it by conversation, as it did until June 2025',
};

const unpriced = ({ country, category, why, messages }: UnpricedLine) =>
	`${plural(messages, 'message')} · ${country ? countryName(country) : 'country not known'} · ${category || 'category not known'}: ${WHY[why]}.`;

function warnings({ missing, problems, amounts }: CostReport): string[] {
	const example = amounts.some(({ currency }) => currency === MADE_UP);
	return [
		...(example
			? [
					'These amounts come from example rates in a made-up currency (XTS). Put Meta’s rates into wa_rates.',
				]
			: []),
		...problems,
		...missing.slice(0, MOST_ROWS).map(unpriced),
	];
}

const sameName = (name: string) => name || 'Not known';

function body(cost: CostReport): Html {
	const told = warnings(cost);
	const { amounts, paid, free, campaigns, categories, countries } = cost;
	return html`<p class="sum">
			<strong>${moneys(amounts)}</strong> for
			${plural(paid, 'message')}${free > 0 && `; ${number(free)} more were free`}.
		</p>
		${told.length > 0 &&
		html`<ul class="warnings">
			${told.map((line) => html`<li>${line}</li>`)}
		</ul>`}
		${lines('cost', 'Campaign', campaigns, (name) => name || 'Outside campaigns')}
		<details>
			<summary id="cost-categories">By category</summary>
			${lines('cost-categories', 'Category', categories, sameName)}
		</details>
		<details>
			<summary id="cost-countries">By country</summary>
			${lines('cost-countries', 'Country', countries, (name) =>
				name ? countryName(name) : 'Not known',
			)}
		</details>
		<p class="note">
			By your own rate table and Meta’s word on what is free, counted when Meta priced a message.
			Meta’s bill decides.
		</p>`;
}

/** What it cost, or what to do so that it can be told. Nothing where Meta priced no message. */
export function cost({ cost: found, counts }: Report): Html | undefined {
	if (counts.billed === 0) return undefined;
	return html`<section aria-labelledby="cost">
		<h2 id="cost">Cost</h2>
		${found
			? body(found)
			: html`<p class="note">
					Meta priced ${plural(counts.billed, 'message')} in this period. It never says how much, so
					load your rates: import the workflow <i>Rates</i> and run it once.
				</p>`}
	</section>`;
}
