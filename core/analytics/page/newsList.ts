import type { Report } from '../report';
import { createZone } from '../zone';
import { moment } from './format';
import { html, type Html } from './html';
import { newsWords } from './newsWords';

/** Quality and status of templates and account over time; nothing when Meta reported nothing. */
export function newsList({ news, time_zone }: Report): Html | undefined {
	if (news.length === 0) return undefined;
	const zone = createZone(time_zone);
	return html`<section aria-labelledby="news">
		<h2 id="news">What Meta reported</h2>
		<ol class="news">
			${news.map(
				({ at, ...change }) => html`<li><b>${moment(at, zone)}</b> ${newsWords(change)}</li>`,
			)}
		</ol>
	</section>`;
}
