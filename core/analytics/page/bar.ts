import { html, type Html } from './html';

/** A horizontal bar that fills a share of its width. The number stands beside it as text, so it is hidden from readers. */
export function bar(share: number, tone = 'accent'): Html {
	const width = Math.round(Math.max(0, Math.min(1, share)) * 10_000) / 100;
	return html`<svg
		class="bar"
		viewBox="0 0 100 10"
		preserveAspectRatio="none"
		aria-hidden="true"
		focusable="false"
	>
		<rect class="track" width="100" height="10" />
		<rect class="${tone}" width="${width}" height="10" />
	</svg>`;
}
