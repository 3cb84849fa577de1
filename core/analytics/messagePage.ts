import { linksFrom } from './page/links';
import { moment } from './page/format';
import { html, type Html } from './page/html';
import { lookUp } from './page/lookUp';
import { page } from './page/page';
import type { Query } from './query';
import type { Timeline, TimelineStep } from './timeline';
import { createZone, type Zone } from './zone';

const LATE = 60;

function step({ at, received_at, text, source }: TimelineStep, zone: Zone): Html {
	const late = received_at - at > LATE && html`; learnt on ${moment(received_at, zone, true)}`;
	return html`<li>
		<time datetime="${new Date(at * 1000).toISOString()}">${moment(at, zone, true)}</time>
		<p>${text}<small>${source && `Told by: ${source}`}${late}</small></p>
	</li>`;
}

function story(timeline: Timeline, zone: Zone): Html {
	const { campaign, variant, template, language, steps, next_step, send_again } = timeline;
	const facts: Array<[string, string]> = [
		['Campaign', campaign],
		['Version', variant],
		['Template', [template, language].filter(Boolean).join(', ')],
		['Next step', next_step],
		['Send it again?', send_again],
	];
	return html`<section aria-label="About this message">
			<dl>
				${facts
					.filter(([, value]) => value !== '')
					.map(
						([name, value]) =>
							html`<dt>${name}</dt>
								<dd>${value}</dd>`,
					)}
			</dl>
		</section>
		<section aria-labelledby="steps">
			<h2 id="steps">What happened</h2>
			<ol class="steps">
				${steps.map((one) => step(one, zone))}
			</ol>
		</section>`;
}

const missing = html`<section class="empty">
	<h2>No message with this ID in the ledger</h2>
	<p>
		A message ID begins with wamid. It stands in the result of the send operation, and in every
		status. Messages older than the retention you chose are kept as counts only.
	</p>
</section>`;

/** A page with the story of one message, or saying that there is none. */
export function renderMessage(
	timeline: Timeline | undefined,
	{ id, title, timeZone, query }: { id: string; title: string; timeZone: string; query: Query },
): string {
	const zone = createZone(timeZone);
	const back = linksFrom(query)({ message: undefined });
	return page(
		title,
		html`<header>
				<div>
					<h1>${timeline ? `Message: ${timeline.status}` : 'Message'}</h1>
					<p class="code">${id}</p>
				</div>
				<p class="fresh">${timeZone} time</p>
			</header>
			<nav aria-label="Back"><a href="${back}">← All messages</a></nav>
			${timeline ? story(timeline, zone) : missing} ${lookUp(query)}`,
	);
}
