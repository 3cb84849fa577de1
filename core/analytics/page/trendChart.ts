import type { Trend, TrendPoint } from '../trend';
import { number } from './format';
import { html, type Html } from './html';
import { niceScale } from './scale';

const HEIGHT = 100;
const LABELS = 6;
/** A bar is at most 48 px wide, however few there are. A few bars stand apart, so that each label fits under its own. */
const slotOf = (count: number) =>
	count <= LABELS ? { width: 100, bar: 0.48 } : { width: 63, bar: 0.76 };
/** Many bars in a table help nobody: the newest are enough there. */
const TABLE_ROWS = 60;

/** Parts of a bar from the bottom up; together they are all attempts. */
function partsOf({ attempted, delivered, read, failed, refused }: TrendPoint) {
	const lost = failed + refused;
	return [
		{ tone: 'read', words: 'read', count: read },
		{ tone: 'delivered', words: 'delivered, not read', count: delivered - read },
		{ tone: 'way', words: 'under way', count: attempted - delivered - lost },
		{ tone: 'lost', words: 'not delivered', count: lost },
	];
}

function barOf(point: TrendPoint, i: number, top: number, width: number): Html {
	let y = HEIGHT;
	const shown = partsOf(point).filter(({ count }) => count > 0);
	const x = Math.round((i + (1 - width) / 2) * 100) / 100;
	const boxes = shown.map(({ tone, count }) => {
		const height = Math.round((count / top) * HEIGHT * 100) / 100;
		y = Math.round((y - height) * 100) / 100;
		return html`<rect class="${tone}" x="${x}" y="${y}" width="${width}" height="${height}" />`;
	});
	const words = shown.map(({ words, count }) => `${number(count)} ${words}`).join(', ');
	return html`<g
		><title>${point.label}: ${words || 'nothing'}</title
		><rect class="hit" x="${i}" y="0" width="1" height="${HEIGHT}" />${boxes}</g
	>`;
}

function table(points: TrendPoint[], unit: string): Html {
	const rows = points
		.slice(-TABLE_ROWS)
		.reverse()
		.map(
			(point) =>
				html`<tr>
					<th scope="row">${point.label}</th>
					<td>${number(point.attempted)}</td>
					${partsOf(point).map(({ count }) => html`<td>${number(count)}</td>`)}
				</tr>`,
		);
	const cut =
		points.length > TABLE_ROWS && html`<p class="note">The newest ${TABLE_ROWS} are shown.</p>`;
	return html`<details>
		<summary>Show as a table</summary>
		<div class="scroll" tabindex="0" role="group" aria-label="Messages by ${unit}">
			<table class="plain">
				<thead>
					<tr>
						<th scope="col">Begins</th>
						<th scope="col">Messages</th>
						<th scope="col">Read</th>
						<th scope="col">Delivered, not read</th>
						<th scope="col">Under way</th>
						<th scope="col">Not delivered</th>
					</tr>
				</thead>
				<tbody>
					${rows}
				</tbody>
			</table>
		</div>
		${cut}
	</details>`;
}

/** A label for every few bars, each as wide as the bars it stands under, so that about six fit at any width. */
function axis(points: TrendPoint[]): Html[] {
	const every = Math.ceil(points.length / LABELS);
	return points
		.filter((_, i) => i % every === 0)
		.map(({ label }, i) => {
			const width = Math.min(every, points.length - i * every);
			// The last group may be too narrow for its label.
			return html`<span style="flex:${width} 1 0">${width * 2 > every && label}</span>`;
		});
}

/** Messages over time, as bars of what became of them. */
export function trendChart({ unit, points }: Trend): Html {
	const ticks = niceScale(Math.max(...points.map(({ attempted }) => attempted)));
	const top = ticks[ticks.length - 1];
	const lines = ticks.map((tick) => {
		const y = HEIGHT - (tick / top) * HEIGHT;
		return html`<line x1="0" x2="1" y1="${y}" y2="${y}" />`;
	});
	const slot = slotOf(points.length);
	const bars = points.map((point, i) => barOf(point, i, top, slot.bar));
	const widest = `max-width:${points.length * slot.width}px`;
	return html`<section aria-labelledby="trend">
		<h2 id="trend">Messages by ${unit}</h2>
		<ul class="legend" aria-hidden="true">
			<li class="read">Read</li>
			<li class="delivered">Delivered, not read</li>
			<li class="way">Under way</li>
			<li class="lost">Not delivered</li>
		</ul>
		<div class="chart">
			<div class="ticks" aria-hidden="true">
				${[...ticks].reverse().map((tick) => html`<span>${number(tick)}</span>`)}
			</div>
			<svg
				viewBox="0 0 1 ${HEIGHT}"
				preserveAspectRatio="none"
				aria-hidden="true"
				focusable="false"
			>
				${lines}
			</svg>
			<svg
				style="${widest}"
				viewBox="0 0 ${points.length} ${HEIGHT}"
				preserveAspectRatio="none"
				role="img"
				aria-label="Bars of messages by ${unit}; the table below has the same figures"
			>
				${bars}
			</svg>
			<div class="axis" style="${widest}" aria-hidden="true">${axis(points)}</div>
		</div>
		${table(points, unit)}
	</section>`;
}
