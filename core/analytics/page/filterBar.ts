import { FILTERS, type FilterName } from '../filter';
import { PERIODS, type Query } from '../query';
import type { Report } from '../report';
import { html, type Html } from './html';
import type { Links } from './links';

const NAMES: Record<FilterName, [label: string, none: string]> = {
	campaign: ['Campaign', 'outside campaigns'],
	variant: ['Version', 'without versions'],
	template: ['Template', 'without a template'],
	language: ['Language', 'without a template'],
	category: ['Category', 'not known'],
	country: ['Country', 'not known'],
	phone_number_id: ['Your number', 'not known'],
};

function periods({ period }: Report, query: Query, links: Links): Html[] {
	const custom = query.from !== undefined || query.to !== undefined;
	return [...PERIODS].map(([name, { label }]) => {
		const current = !custom && (query.period ?? (period.from === 0 ? 'all' : '')) === name;
		const href = links({ period: name, from: undefined, to: undefined });
		return html`<li>
			<a href="${href}" ${current && html` aria-current="true"`}>${label}</a>
		</li>`;
	});
}

function chips({ filter }: Report, links: Links): Html[] {
	return FILTERS.flatMap((name) => {
		const value = filter[name];
		if (value === undefined) return [];
		const [label, none] = NAMES[name];
		return [
			html`<li>
				<a class="chip" href="${links({ [name]: undefined })}"
					>${label}: <b>${value || none}</b> <span aria-hidden="true">×</span
					><span class="quiet"> (show all again)</span></a
				>
			</li>`,
		];
	});
}

/** Comparisons that this report could show and does not. */
function offers(report: Report, links: Links): Html[] {
	const { comparison, period, variants } = report;
	if (comparison)
		return [html`<li><a href="${links({ compare: undefined })}">End comparison</a></li>`];
	const versions = variants.filter(({ name }) => name !== '').length;
	return [
		...(period.from > 0
			? [
					html`<li>
						<a href="${links({ compare: 'previousPeriod' })}">Compare with the time before</a>
					</li>`,
				]
			: []),
		...(versions > 1
			? [html`<li><a href="${links({ compare: 'variants' })}">Compare versions</a></li>`]
			: []),
	];
}

/** What the page shows, and how to see something else: nothing but links, so it needs no script. */
export function filterBar(report: Report, query: Query, links: Links): Html {
	return html`<nav aria-label="What is shown">
		<ul class="periods">
			${periods(report, query, links)}
		</ul>
		<ul class="chips">
			${chips(report, links)}${offers(report, links)}
		</ul>
	</nav>`;
}
