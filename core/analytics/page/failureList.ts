import type { FailureBucket, FailureCode } from '../failures';
import type { Report } from '../report';
import { bar } from './bar';
import { number, percent } from './format';
import { html, type Html } from './html';

/** Whom it concerns most, when it is not everybody alike. */
function concerns({ templates, countries, count }: FailureCode): string {
	const words = [templates, countries].map((parts) =>
		parts.map(({ name, count: times }) => `${name} ${number(times)}`).join(', '),
	);
	const told = words.filter(Boolean);
	return count > 1 && told.length > 0 ? `Mostly: ${told.join('; ')}.` : '';
}

function bucketItem({ bucket, count, codes }: FailureBucket, all: number): Html {
	const reasons = codes.map((found) => {
		const { code, count: times, meaning, next_step } = found;
		const whom = concerns(found);
		return html`<li>
			<p>
				${codes.length > 1 && html`<b>${number(times)}×</b> `}${meaning}${/^\d+$/.test(code) &&
				html` <span class="code">Meta’s code ${code}</span>`}
			</p>
			<p class="next"><b>Next step:</b> ${next_step}</p>
			${whom !== '' && html`<p class="next">${whom}</p>`}
		</li>`;
	});
	return html`<li>
		<div class="reason">
			<h3>${bucket}</h3>
			<span class="count">${number(count)}</span><span class="share">${percent(count / all)}</span>
		</div>
		${bar(count / all, 'lost')}
		<ul>
			${reasons}
		</ul>
	</li>`;
}

/** Why messages did not arrive, and what to do about it, the most frequent first. */
export function failureList({ failures, counts }: Report): Html {
	const all = counts.failed + counts.refused;
	const body =
		failures.length === 0
			? html`<p class="note">Nothing failed in this period.</p>`
			: html`<ol class="reasons">
					${failures.map((bucket) => bucketItem(bucket, all))}
				</ol>`;
	return html`<section aria-labelledby="failures">
		<h2 id="failures">Why messages did not arrive</h2>
		${body}
	</section>`;
}
