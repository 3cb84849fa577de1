import { comparisonTable } from './page/comparisonTable';
import { cards } from './page/cards';
import { cost } from './page/cost';
import { definitions } from './page/definitions';
import { downloads } from './page/downloads';
import { empty } from './page/empty';
import { failureList } from './page/failureList';
import { filterBar } from './page/filterBar';
import { funnel } from './page/funnel';
import { mainGroups, moreGroups } from './page/groupSections';
import { header } from './page/header';
import { healthNotes } from './page/healthNotes';
import { heatmapTable } from './page/heatmapTable';
import { html, type Html } from './page/html';
import { linksFrom, type Links } from './page/links';
import { lookUp } from './page/lookUp';
import { newsList } from './page/newsList';
import { page } from './page/page';
import { readWithin } from './page/readWithin';
import { timings } from './page/timings';
import { trendChart } from './page/trendChart';
import type { Query } from './query';
import type { Report } from './report';
import { createZone } from './zone';

/** What a page may have besides its report. */
export interface PageOptions {
	/**
	 * What the page's address asked for. Given, the page links to itself with other periods and filters; a page that stands
	 * alone, in a mail for example, has no links.
	 */
	query?: Query;
}

function body(report: Report, links: Links | undefined): Html {
	const { counts, period } = report;
	const nothing = counts.attempted + counts.planned + counts.skipped + counts.received === 0;
	if (nothing) return empty(period.from === 0 && Object.keys(report.filter).length === 0);
	return html`${cards(report)} ${funnel(report)} ${comparisonTable(report)}
		${report.trend.points.length > 0 && trendChart(report.trend)} ${mainGroups(report, links)}
		${failureList(report)} ${cost(report)} ${counts.attempted > 0 && heatmapTable(report)}
		<div class="pairs">${timings(report)} ${readWithin(report)}</div>
		${moreGroups(report, links)} ${newsList(report)}`;
}

/**
 * The dashboard as one complete HTML page: no script, no network, everything escaped, light and dark, from phone to
 * print. Depends on what is given alone, so the same report always gives the same page.
 */
export function renderDashboard(report: Report, options: PageOptions = {}): string {
	const zone = createZone(report.time_zone);
	const { query } = options;
	const links = query && linksFrom(query);
	return page(
		report.title,
		html`${header(report, zone)} ${query && links && filterBar(report, query, links)}
			${healthNotes(report, zone)} ${body(report, links)} ${definitions(report)}
			${query && lookUp(query)}
			<footer>
				<p>${downloads(report, zone)}</p>
				<p>Counted from the ledger in your own n8n. No message text is stored.</p>
			</footer>`,
	);
}
