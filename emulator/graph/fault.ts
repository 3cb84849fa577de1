import { digitsOf, waIdOf } from './message/recipient';
import type { Subject } from '../faults';
import type { World } from '../world';
import { type Call, isObject } from './call';
import { GraphFailure, messageFailure } from './error';

/** An answer that is not Graph's: what a gateway in front of it says when it has nothing better. */
export class GatewayFailure extends Error {
	constructor(readonly status: number) {
		super(`HTTP ${status}`);
	}
}

/** Lets the asked-for refusals happen before anything is done. */
export function guard(world: World, call: Call): void {
	const subject = subjectOf(call);
	const gateway = world.faults.take('http_error', subject);
	if (gateway) throw new GatewayFailure(gateway.code ?? 503);
	const refusal = world.faults.take('error', subject);
	if (!refusal) return;
	const code = refusal.code ?? 131000;
	throw subject.isSend && code > 1000 ? messageFailure(code) : new GraphFailure(code);
}

/** What may go wrong after the work is done: the answer is late or never arrives. */
export async function answerFaults(world: World, call: Call): Promise<void> {
	const subject = subjectOf(call);
	const wait =
		world.settings().latency_ms + (world.faults.take('delay', subject, 'answer')?.ms ?? 0);
	if (wait > 0) await new Promise<void>((resolve) => world.clock.timer(wait, resolve));
	if (!world.faults.take('drop_answer', subject)) return;
	call.reply.hijack();
	call.reply.raw.destroy();
}

/** A send is a message to somebody; marking as read uses the same path and is none. */
export const isSend = ({ method, path, body }: Call) =>
	method === 'POST' && /\/(marketing_)?messages$/.test(path) && body.status === undefined;

function subjectOf(call: Call): Subject {
	const { to, recipient, template } = call.body;
	return {
		path: call.path,
		isSend: isSend(call),
		...(typeof recipient === 'string' && { to: recipient }),
		...(typeof to === 'string' && { to: waIdOf(digitsOf(to)) }),
		...(isObject(template) && typeof template.name === 'string' && { template: template.name }),
	};
}
