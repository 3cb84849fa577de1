import type { Report } from '../report';
import { decimal } from './format';
import { html, type Html } from './html';

/** What the messages cost, in all and for each that arrived, was opened or answered; nothing without a rate table. */
export function costSection({ cost, metrics }: Report): Html | undefined {
	if (!cost) return undefined;
	const known = metrics.filter(({ unit, value }) => unit === 'money' && value !== null);
	return html`<section aria-labelledby="cost">
		<h2 id="cost">Cost</h2>
		<dl>
			${known.map(
				({ label, value }) =>
					html`<dt>${label}</dt>
						<dd>${decimal(value ?? 0)} ${cost.currency}</dd>`,
			)}
		</dl>
		<p class="note">
			By your rate table, for what Meta priced in this period. Meta’s invoice is what counts.
		</p>
	</section>`;
}
