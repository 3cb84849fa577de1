import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '../graph/register';

const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');

/** `GET /:id/groups` of `| /{number}/groups | GET POST |`. */
const listed = [...readme.matchAll(/^\| `(\/[^`]*)`\s*\| ([A-Z ]+?)\s*\|/gm)].flatMap(
	([, path, methods]) => methods.split(' ').map((method) => `${method} ${plain(path)}`),
);

/** What a part of a path is called does not matter, only that it stands for something. */
function plain(path: string) {
	return path.replace(/{\w+}/g, ':').replace(/:\w+/g, ':');
}

it('lists every endpoint, and no other', () => {
	const there = routes
		.filter(({ path }) => path !== '/:id/:edge')
		.map(({ method, path }) => `${method} ${plain(path)}`);
	const apart = ['GET /upload::', 'POST /upload::', 'GET /oauth/access_token'];
	expect(listed.sort()).toEqual([...there, ...apart].sort());
});
