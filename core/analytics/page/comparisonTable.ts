import type { ComparedRate } from '../comparison';
import { SMALLEST_BASE } from '../metrics';
import type { Report } from '../report';
import { number, percent, points } from './format';
import { html, type Html } from './html';

function share({ numerator, denominator }: ComparedRate['a']): Html | string {
	const counted = `${number(numerator)} of ${number(denominator)}`;
	return denominator < SMALLEST_BASE
		? counted
		: html`${percent(numerator / denominator)}<small>${counted}</small>`;
}

function row(rate: ComparedRate): Html {
	const { label, a, b, difference, low, high, verdict } = rate;
	return html`<tr>
		<th scope="row">${label}<small>${verdict}</small></th>
		<td>${share(a)}</td>
		<td>${share(b)}</td>
		<td>${points(difference)}<small>likely ${points(low)} to ${points(high)}</small></td>
	</tr>`;
}

/** Two versions or two periods side by side, and what may be concluded from it. */
export function comparisonTable({ comparison }: Report): Html | undefined {
	if (!comparison) return undefined;
	const { a, b, rates, warnings } = comparison;
	return html`<section aria-labelledby="comparison">
		<h2 id="comparison">Compared: ${a.label} and ${b.label}</h2>
		${rates.length > 0 &&
		html`<div class="scroll" tabindex="0" role="group" aria-labelledby="comparison">
			<table class="compared">
				<thead>
					<tr>
						<th scope="col">Figure</th>
						<th scope="col">${a.label}</th>
						<th scope="col">${b.label}</th>
						<th scope="col">Difference</th>
					</tr>
				</thead>
				<tbody>
					${rates.map(row)}
				</tbody>
			</table>
		</div>`}
		<ul class="warnings">
			${warnings.map((warning) => html`<li>${warning}</li>`)}
		</ul>
	</section>`;
}
