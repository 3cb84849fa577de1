import type { HeatHour, Heatmap } from '../heatmap';
import { SMALLEST_BASE } from '../metrics';
import type { Report } from '../report';
import { number, percent } from './format';
import { html, type Html } from './html';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** Shades from least to most. */
const SHADES = 5;
/** With fewer hours that have a share, most of the week would stay without colour. */
const ENOUGH_HOURS = 24;

const isTold = ({ delivered }: HeatHour) => delivered >= SMALLEST_BASE;
const shareOf = ({ read, delivered }: HeatHour) => read / delivered;
const hourName = (hour: number) => `${`${hour}`.padStart(2, '0')}:00`;

/** 1234 -> 1.2k, so that a day fits on a page. */
const short = (count: number) =>
	count < 1000 ? `${count}` : `${(count / 1000).toFixed(count < 10_000 ? 1 : 0)}k`;

/** What the shade of an hour tells: the share opened, or while too few hours have one, how many were sent. */
interface Shading {
	byOpened: boolean;
	of: (hour: HeatHour) => number | undefined;
}

function shadingOf(hours: HeatHour[]): Shading {
	const byOpened = hours.filter(isTold).length >= ENOUGH_HOURS;
	const value = byOpened ? shareOf : ({ attempted }: HeatHour) => attempted;
	const told = hours.filter((hour) => (byOpened ? isTold(hour) : hour.attempted > 0));
	// By rank: one burst must not leave the rest of the week without a difference.
	const values = [...new Set(told.map(value))].sort((a, b) => a - b);
	return {
		byOpened,
		of: (hour) => {
			if (!told.includes(hour)) return undefined;
			const place = values.length === 1 ? 1 : values.indexOf(value(hour)) / (values.length - 1);
			return 1 + Math.round(place * (SHADES - 1));
		},
	};
}

function cell(hour: HeatHour, shading: Shading): Html {
	if (hour.attempted === 0) return html`<td></td>`;
	const shade = shading.of(hour);
	const title = isTold(hour) && html` title="${percent(shareOf(hour))} opened"`;
	return html`<td${shade !== undefined && html` class="h${shade}"`}${title}>${short(hour.attempted)}</td>`;
}

function table(hours: HeatHour[], name: string): Html {
	const shading = shadingOf(hours);
	return html`<div class="scroll" tabindex="0" role="group" aria-label="${name}">
		<table class="heat">
			<thead>
				<tr>
					<th scope="col"><span class="quiet">Day</span></th>
					${Array.from({ length: 24 }, (_, hour) => html`<th scope="col">${hour}</th>`)}
				</tr>
			</thead>
			<tbody>
				${DAYS.map(
					(day, i) =>
						html`<tr>
							<th scope="row">${day}</th>
							${hours.slice(i * 24, i * 24 + 24).map((hour) => cell(hour, shading))}
						</tr>`,
				)}
			</tbody>
		</table>
	</div>`;
}

/** The hour in which the largest share was opened, in words. */
function best(hours: HeatHour[]): string {
	const told = hours.map((hour, i) => ({ hour, i })).filter(({ hour }) => isTold(hour));
	if (told.length < 2) return '';
	const [{ hour, i }] = told.sort((a, b) => shareOf(b.hour) - shareOf(a.hour) || a.i - b.i);
	return `Most often opened: messages sent on ${DAYS[Math.floor(i / 24)]} from ${hourName(i % 24)} on (${percent(shareOf(hour))} of ${number(hour.delivered)}).`;
}

const theirs = ({ recipient, without_country }: Heatmap): Html =>
	html`<details>
		<summary>By the recipients’ clocks</summary>
		${table(recipient, 'Messages by hour of the week, by the recipients’ clocks')}
		<p class="note">
			The clock of the number’s country; where a country has several time zones, the one most people
			live
			in.${without_country > 0 &&
			` Not in it: ${number(without_country)} messages to an unknown country.`}
		</p>
	</details>`;

/** When messages were sent, and how many of those were opened. */
export function heatmapTable({ heatmap, time_zone }: Report): Html {
	const { account, recipient } = heatmap;
	const words = best(account);
	const hasTheirs = recipient.some(({ attempted }) => attempted > 0);
	return html`<section aria-labelledby="heatmap">
		<h2 id="heatmap">Hours of the week</h2>
		<p class="note first">
			Messages by the hour they were sent in, ${time_zone} time.
			${shadingOf(account).byOpened
				? `The stronger the colour, the larger the share that was opened; without colour where fewer than ${SMALLEST_BASE} arrived.`
				: 'The stronger the colour, the more were sent.'}
			${words}
		</p>
		${table(account, `Messages by hour of the week, ${time_zone} time`)}
		${hasTheirs && theirs(heatmap)}
	</section>`;
}
