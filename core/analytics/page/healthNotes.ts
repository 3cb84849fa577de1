import type { Report } from '../report';
import type { Zone } from '../zone';
import { moment, plural } from './format';
import { html, type Html } from './html';
import { newsWords } from './newsWords';

/** What a person should look at before they trust the figures; nothing when all is well. */
export function healthNotes({ health }: Report, zone: Zone): Html | undefined {
	const notes: string[] = [];
	if (health.unknown > 0) {
		notes.push(
			`${plural(health.unknown, 'send')} got no answer from Meta (the oldest on ${moment(health.oldest_unknown_at, zone)}). They may have arrived. A status settles each of them; do not send them again before.`,
		);
	}
	if (health.without_status > 0) {
		notes.push(
			`${plural(health.without_status, 'message')} accepted more than an hour ago and no status has come. Check that the receiver workflow is published and that Meta reaches it.`,
		);
	}
	const news = health.news.map(({ at, ...change }) => `${newsWords(change)} (${moment(at, zone)})`);
	if (notes.length === 0 && news.length === 0) return undefined;
	return html`<section class="health" aria-labelledby="health">
		<h2 id="health">Worth a look</h2>
		<ul>
			${[...notes, ...news].map((note) => html`<li>${note}</li>`)}
		</ul>
	</section>`;
}
