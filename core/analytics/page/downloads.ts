import { toCsv } from '../csv';
import type { Report } from '../report';
import { day } from './format';
import { html, type Html } from './html';
import type { Zone } from '../zone';

/** The page carries the file itself, so it stays small: the newest campaigns and templates. */
const MOST_ROWS = 50;

/** The figures as a file. The file is in the page: nothing is fetched, so it works in a mail as well. */
export function downloads(report: Report, zone: Zone): Html {
	const date = day(report.generated_at, zone).replace(/ /g, '-');
	return html`<a
		class="download"
		download="whatsapp-${date}.csv"
		href="data:text/csv;charset=utf-8,${encodeURIComponent(toCsv(report, MOST_ROWS))}"
		>Download the figures (CSV)</a
	>`;
}
