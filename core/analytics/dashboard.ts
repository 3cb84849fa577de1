import { cards } from './page/cards';
import { definitions } from './page/definitions';
import { empty } from './page/empty';
import { failureList } from './page/failureList';
import { funnel } from './page/funnel';
import { groupTable } from './page/groupTable';
import { header } from './page/header';
import { healthNotes } from './page/healthNotes';
import { html, Html } from './page/html';
import { STYLE } from './page/style';
import { timings } from './page/timings';
import { trendChart } from './page/trendChart';
import type { Report } from './report';
import { createZone } from './zone';

/** Nothing is loaded, nothing runs, nothing is sent. n8n adds its own sandbox on top. */
const POLICY =
	"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** A page without an icon makes the browser ask the server for one. */
const ICON =
	"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 60'%3E%3Cpath fill='%230b6e5c' d='M17 47a12 12 0 0 1-2.6-23.7A16 16 0 0 1 45.3 20 13.5 13.5 0 0 1 44 47H32l-8 8v-8z'/%3E%3C/svg%3E";

function body(report: Report): Html {
	const { counts, period } = report;
	const nothing = counts.attempted + counts.planned + counts.skipped + counts.received === 0;
	if (nothing) return empty(period.from === 0);
	return html`${cards(report)} ${funnel(report)}
	${report.trend.points.length > 0 && trendChart(report.trend)}
	${groupTable(
		'campaigns',
		{ title: 'Campaigns', first: 'Campaign', none: 'Outside campaigns', kind: 'campaign' },
		report.campaigns,
	)}
	${groupTable(
		'templates',
		{ title: 'Templates', first: 'Template', none: 'Without a template', kind: 'template' },
		report.templates,
	)}
	${failureList(report)} ${timings(report)}`;
}

/**
 * The dashboard as one complete HTML page: no script, no network, everything escaped, light and dark, from phone to
 * print. Depends on the report alone, so the same report always gives the same page.
 */
export function renderDashboard(report: Report): string {
	const zone = createZone(report.time_zone);
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta http-equiv="Content-Security-Policy" content="${new Html(POLICY)}" />
				<meta name="viewport" content="width=device-width,initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="robots" content="noindex" />
				<meta name="referrer" content="no-referrer" />
				<title>${report.title}</title>
				<link rel="icon" href="${new Html(ICON)}" />
				<style>
					${new Html(STYLE)}
				</style>
			</head>
			<body>
				<main>
					${header(report, zone)} ${healthNotes(report, zone)} ${body(report)}
					${definitions(report)}
					<footer>Counted from the ledger in your own n8n. No message text is stored.</footer>
				</main>
			</body>
		</html>`.markup;
}
