import { RATE_DEFINITIONS } from '../rates';
import { html, type Html } from './html';

const WORDS: Array<[string, string]> = [
	[
		'Message',
		'One message to one person. It counts in the period in which it was attempted, whatever happens to it later (a status may come up to 37 days later).',
	],
	['Accepted', 'Meta took the message. A later status proves that too.'],
	['Sent', 'The message left Meta’s servers.'],
	[
		'Delivered',
		'It reached a phone. What was read was delivered, even when Meta leaves that status out; and what arrived on one device did not fail because of another.',
	],
	['Read', 'The person opened it, or listened to it. People can switch read receipts off.'],
	[
		'Not delivered',
		'Refused: Meta said no to the request. Failed: Meta took the message and gave up later.',
	],
	['Under way', 'Accepted, and neither arrived nor failed yet, for up to 30 days.'],
	[
		'Opt-outs',
		'People whose decision to get no more reached us in the period: by a stop word your workflow noticed, by WhatsApp’s own switch, or by Meta’s refusal 131050.',
	],
	[
		'Likely',
		'With 95% confidence the true share lies between the two figures (Wilson interval). Below 30 cases no percentage is shown.',
	],
	[
		'Half within',
		'The time that half of the messages did not exceed (the median, counted from sending; whole seconds by Meta’s clock).',
	],
];

/** What every figure means, to be opened by those who ask. */
export function definitions(): Html {
	const all = [
		...WORDS,
		...RATE_DEFINITIONS.map(({ label, definition }): [string, string] => [label, definition]),
	];
	return html`<section class="definitions">
		<details>
			<summary>What the figures mean</summary>
			<dl>
				${all.map(
					([term, words]) =>
						html`<dt>${term}</dt>
							<dd>${words}</dd>`,
				)}
			</dl>
		</details>
	</section>`;
}
