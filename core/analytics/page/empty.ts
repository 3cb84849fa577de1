import { html, type Html } from './html';

/** Nothing counted yet: what to do, in order. */
export function empty(isAllTime: boolean): Html {
	if (!isAllTime) {
		return html`<section class="empty">
			<h2>No messages in this period</h2>
			<p>Choose a longer period in the WhatsApp Cloud Analytics node.</p>
		</section>`;
	}
	return html`<section class="empty">
		<h2>No messages yet</h2>
		<p>The figures appear here as soon as the ledger has its first rows:</p>
		<ol>
			<li>Publish the receiver workflow, so that Meta reports what happens to your messages.</li>
			<li>Send a message or a campaign, and save its result with <b>To Ledger Rows</b>.</li>
			<li>Refresh the report and load this page again.</li>
		</ol>
	</section>`;
}
