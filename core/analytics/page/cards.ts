import type { Rate } from '../metrics';
import type { Report } from '../report';
import { number, percent, plural, range } from './format';
import { html, type Html } from './html';

function card(label: string, value: string, detail: string): Html {
	return html`<li class="card">
		<span class="label">${label}</span><strong>${value}</strong
		><span class="detail">${detail}</span>
	</li>`;
}

function rateCard(label: string, rate: Rate): Html {
	const { value, low, high, numerator, denominator, note } = rate;
	if (value === null || low === null || high === null) {
		return card(
			label,
			denominator === 0 ? '–' : `${number(numerator)} of ${number(denominator)}`,
			note,
		);
	}
	return card(
		label,
		percent(value),
		`${number(numerator)} of ${number(denominator)} · likely ${range(low, high)}`,
	);
}

/** What people did. Whom a message received or an opt-out concerns is only known where it followed one of ours. */
function reactionCards({ counts, filter }: Report): Html[] {
	if (Object.keys(filter).length > 0) {
		return [
			card('Replies', number(counts.replied), 'Messages that were answered'),
			card('Opt-outs', number(counts.opted_out), 'Followed these messages'),
		];
	}
	return [
		card('Replies', number(counts.replied), `${plural(counts.received, 'message')} received`),
		card(
			'Opt-outs',
			number(counts.opt_outs),
			counts.opt_outs === 0 ? 'Nobody left' : 'People who want no more',
		),
	];
}

/** The figures a business owner asks for first. */
export function cards(report: Report): Html {
	const { counts, rates } = report;
	const rate = (wanted: string) => rates.find(({ id }) => id === wanted) as Rate;
	const lost = counts.failed + counts.refused;
	return html`<section aria-label="Key figures">
		<ul class="cards">
			${card('Messages', number(counts.attempted), `${number(counts.accepted)} accepted by Meta`)}
			${rateCard('Delivered', rate('delivery'))} ${rateCard('Read', rate('read'))}
			${card(
				'Not delivered',
				number(lost),
				lost === 0
					? 'Nothing failed'
					: [
							`${number(lost - counts.limited)} refused or failed`,
							counts.limited > 0 && `${number(counts.limited)} limited by Meta`,
						]
							.filter(Boolean)
							.join(', '),
			)}
			${reactionCards(report)}
		</ul>
	</section>`;
}
