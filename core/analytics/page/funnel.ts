import type { Report } from '../report';
import { bar } from './bar';
import { number, percent, plural } from './format';
import { html, type Html } from './html';

const REASONS_SHOWN = 4;

/** The reasons the plan gave, if it gave any. */
function why(skipped: Report['skipped']): string {
	const told = skipped
		.filter(({ reason }) => reason !== '')
		.slice(0, REASONS_SHOWN)
		.map(({ reason, count }) => `${number(count)} ${reason.replace(/_/g, ' ')}`);
	return told.length > 0 ? ` (${told.join(', ')})` : '';
}

/** Where the others are, in words; empty parts are left out. */
function rest({ counts, skipped }: Report): string {
	const parts: Array<[number, string]> = [
		[counts.in_flight, 'still under way'],
		[counts.limited, 'limited by Meta'],
		[counts.failed + counts.refused - counts.limited, 'refused or failed'],
		[counts.unknown, 'without an answer yet'],
		[counts.expired, 'not delivered within 30 days'],
		[counts.skipped, `skipped before sending${why(skipped)}`],
		[counts.planned, 'waiting to be sent'],
	];
	const shown = parts
		.filter(([count]) => count > 0)
		.map(([count, words]) => `${number(count)} ${words}`);
	const held =
		counts.held > 0
			? ` Meta held ${plural(counts.held, 'message')} for a quality check at first.`
			: '';
	return (shown.length > 0 ? `Of the others: ${shown.join(', ')}.` : '') + held;
}

/** From attempt to read. Every stage is a share of the first. */
export function funnel(report: Report): Html {
	const { attempted, accepted, sent, delivered, read } = report.counts;
	const stages: Array<[string, number]> = [
		['Attempted', attempted],
		['Accepted', accepted],
		['Sent', sent],
		['Delivered', delivered],
		['Read', read],
	];
	const rows = stages.map(([label, count], i) => {
		const lost = i === 0 ? 0 : stages[i - 1][1] - count;
		return html`<li>
			<span class="stage">${label}</span>${bar(attempted === 0 ? 0 : count / attempted)}<span
				class="count"
				>${number(count)}</span
			><span class="share">${attempted === 0 ? '–' : percent(count / attempted)}</span
			><span class="drop">${lost > 0 && `−${number(lost)}`}</span>
		</li>`;
	});
	const others = rest(report);
	return html`<section aria-labelledby="funnel">
		<h2 id="funnel">What happened to ${plural(attempted, 'message')}</h2>
		<ol class="funnel">
			${rows}
		</ol>
		${others !== '' && html`<p class="note">${others}</p>`}
	</section>`;
}
