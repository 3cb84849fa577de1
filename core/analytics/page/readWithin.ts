import type { Report } from '../report';
import { bar } from './bar';
import { duration, percent } from './format';
import { html, type Html } from './html';

/** How soon people open what arrived; nothing while too few arrived to tell. */
export function readWithin({ survival }: Report): Html | undefined {
	if (survival.length === 0) return undefined;
	return html`<section aria-labelledby="within">
		<h2 id="within">Opened within</h2>
		<ol class="within">
			${survival.map(
				({ within, share }) =>
					html`<li>
						<span class="stage">${duration(within)}</span>${bar(share)}<span class="count"
							>${percent(share)}</span
						>
					</li>`,
			)}
		</ol>
		<p class="note">
			Counted from arriving. At least this many: people can switch read receipts off.
		</p>
	</section>`;
}
