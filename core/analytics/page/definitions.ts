import type { Measured } from '../metrics';
import type { Report } from '../report';
import { decimal, duration, number, percent, range } from './format';
import { html, type Html } from './html';

/** The figure of a metric in words; a dash where there is none. */
function figure(metric: Measured, currency: string): string {
	const { kind, value, numerator, denominator, low, high, unit = '' } = metric;
	if (value === null && kind === 'rate' && denominator)
		return `${number(numerator ?? 0)} of ${number(denominator)}`;
	if (value === null) return '–';
	if (kind === 'rate' && typeof low === 'number' && typeof high === 'number')
		return `${percent(value)} (${number(numerator ?? 0)} of ${number(denominator ?? 0)}, likely ${range(low, high)})`;
	if (kind === 'time')
		return `${duration(value)} · ${duration(metric.p90 ?? null)} · ${duration(metric.p99 ?? null)}`;
	if (kind === 'list') return value > 0 ? 'see above' : '–';
	if (unit === 'money') return `${decimal(value)} ${currency}`;
	return kind === 'value' ? `${decimal(value)} ${unit}` : number(value);
}

function row(metric: Measured, currency: string): Html {
	const { label, definition, note } = metric;
	return html`<tr>
		<th scope="row">${label}</th>
		<td>${figure(metric, currency)}</td>
		<td>${definition}${note !== '' && html` <b>${note}</b>`}</td>
	</tr>`;
}

/** Every figure there is, with what it means or why it is missing, to be opened by those who ask. */
export function definitions({ metrics, cost }: Report): Html {
	return html`<section class="definitions">
		<details>
			<summary>All figures and what they mean</summary>
			<p class="note">
				A message is one message to one person. It counts in the period in which it was attempted,
				whatever happens to it later; a status may come up to 37 days later. Periods begin and end
				at a quarter of an hour. “Likely”: with 95% confidence the true share lies between the two
				figures (Wilson interval); below 30 cases no percentage is shown. Three times: half, 90% and
				99% of the messages took no longer.
			</p>
			<div class="scroll" tabindex="0" role="group" aria-label="All figures">
				<table class="meanings">
					<thead>
						<tr>
							<th scope="col">Figure</th>
							<th scope="col">Here</th>
							<th scope="col">What it means</th>
						</tr>
					</thead>
					<tbody>
						${metrics.map((metric) => row(metric, cost?.amounts[0]?.currency ?? ''))}
					</tbody>
				</table>
			</div>
		</details>
	</section>`;
}
