import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const TYPES: Record<string, string> = {
	'index.html': 'text/html; charset=utf-8',
	'phone.css': 'text/css; charset=utf-8',
	'phone.js': 'text/javascript; charset=utf-8',
};

/** The phone on screen: a page that reads chats and writes as their people. It loads nothing from anywhere else. */
export function registerPhone(server: FastifyInstance): void {
	const serve = (path: string, file: string) =>
		server.get(path, async (_request, reply) => {
			void reply.header(
				'content-security-policy',
				"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'none'",
			);
			return await reply
				.type(TYPES[file])
				.send(readFileSync(join(__dirname, '..', 'phone', file), 'utf8'));
		});
	serve('/_emulator/phone', 'index.html');
	serve('/_emulator/phone.css', 'phone.css');
	serve('/_emulator/phone.js', 'phone.js');
}
