import type { Percentiles } from '../percentiles';
import type { Report } from '../report';
import { duration, number } from './format';
import { html, type Html } from './html';

function row(label: string, { p50, p90, p99, count }: Percentiles): Html {
	return html`<tr>
		<th scope="row">${label}</th>
		<td>${duration(p50)}</td>
		<td>${duration(p90)}</td>
		<td>${duration(p99)}</td>
		<td>${number(count)}</td>
	</tr>`;
}

/** How long it took until half, nine in ten, and nearly all had arrived and were read. */
export function timings({ time_to_deliver, time_to_read }: Report): Html {
	return html`<section aria-labelledby="timings">
		<h2 id="timings">How long it took</h2>
		<div class="scroll" tabindex="0" role="group" aria-labelledby="timings">
			<table class="plain">
				<thead>
					<tr>
						<th scope="col">From sending</th>
						<th scope="col">Half within</th>
						<th scope="col">90% within</th>
						<th scope="col">99% within</th>
						<th scope="col">Messages</th>
					</tr>
				</thead>
				<tbody>
					${row('until delivered', time_to_deliver)}${row('until read', time_to_read)}
				</tbody>
			</table>
		</div>
	</section>`;
}
