import { html, Html } from './html';
import { STYLE } from './style';

/** Nothing is loaded, nothing runs, and only this page's own address can be asked. n8n adds its sandbox on top. */
const POLICY =
	"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'";

/** A page without an icon makes the browser ask the server for one. */
const ICON =
	"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 60'%3E%3Cpath fill='%230b6e5c' d='M17 47a12 12 0 0 1-2.6-23.7A16 16 0 0 1 45.3 20 13.5 13.5 0 0 1 44 47H32l-8 8v-8z'/%3E%3C/svg%3E";

/** A complete page around what it shows. */
export const page = (title: string, content: Html): string =>
	html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta http-equiv="Content-Security-Policy" content="${new Html(POLICY)}" />
				<meta name="viewport" content="width=device-width,initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="robots" content="noindex" />
				<meta name="referrer" content="no-referrer" />
				<title>${title}</title>
				<link rel="icon" href="${new Html(ICON)}" />
				<style>
					${new Html(STYLE)}
				</style>
			</head>
			<body>
				<main>${content}</main>
			</body>
		</html>`.markup;
