import type { Report } from '../report';
import type { Zone } from '../zone';
import { day, moment } from './format';
import { html, type Html } from './html';

function periodWords({ period, campaigns, generated_at }: Report, zone: Zone): string {
	const first = campaigns
		.map(({ first_at }) => first_at)
		.reduce((a, b) => Math.min(a, b), Infinity);
	if (period.from === 0)
		return Number.isFinite(first) ? `All messages since ${day(first, zone)}` : 'All time';
	const end = period.to > generated_at ? 'now' : moment(period.to, zone);
	return `Messages from ${moment(period.from, zone)} to ${end}`;
}

/** What the page is about, and how fresh it is. */
export function header(report: Report, zone: Zone): Html {
	return html`<header>
		<div>
			<h1>${report.title}</h1>
			<p>${periodWords(report, zone)}</p>
		</div>
		<p class="fresh">
			Refreshed
			<time datetime="${new Date(report.generated_at * 1000).toISOString()}"
				>${moment(report.generated_at, zone)}</time
			><br />${report.time_zone} time
		</p>
	</header>`;
}
