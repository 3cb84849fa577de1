import type { Reply } from './groupCommit';

/** What we use of Node's response; n8n's own type for it needs a package we do not have. */
export interface HttpResponse {
	statusCode: number;
	readonly headersSent: boolean;
	readonly writableEnded: boolean;
	readonly writableFinished: boolean;
	readonly closed: boolean;
	readonly destroyed: boolean;
	setHeader(name: string, value: string): unknown;
	end(body: string): unknown;
	once(event: string, listener: () => void): unknown;
}

const isOver = (res: HttpResponse) => res.writableFinished || res.closed || res.destroyed;

/** Answers with a bare text. Does nothing when n8n or the other end was faster. */
export function answerText(
	res: HttpResponse,
	status: number,
	body = '',
	type = 'text/plain; charset=utf-8',
): void {
	if (res.headersSent || res.writableEnded || res.destroyed) return;
	res.statusCode = status;
	res.setHeader('Content-Type', type);
	res.setHeader('X-Content-Type-Options', 'nosniff');
	res.end(body);
}

/** One call's HTTP response for the group. */
export function toReply(res: HttpResponse): Reply {
	return {
		async closed() {
			// A response whose client left before we listened never emits anything again.
			if (isOver(res)) return;
			await new Promise<void>((resolve) => {
				for (const event of ['finish', 'close', 'error']) res.once(event, () => resolve());
			});
		},
		sentStatus: () => (res.writableEnded ? res.statusCode : undefined),
		isGone: () => isOver(res),
		answer: (status) => answerText(res, status),
	};
}
