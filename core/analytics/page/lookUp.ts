import { html, type Html } from './html';
import type { Query } from '../query';

/** Asks for the story of one message. A plain form: it changes the address and needs no script. */
export function lookUp(query: Query): Html {
	const kept = Object.entries(query).filter(([name]) => name !== 'message');
	return html`<form class="lookup" method="get">
		${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
		<label for="message">Look up one message</label>
		<input id="message" name="message" placeholder="wamid.…" required maxlength="512" />
		<button>Show</button>
	</form>`;
}
