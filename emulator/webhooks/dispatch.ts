import type { Subject } from '../faults';
import type { World } from '../world';
import type { Change } from './envelope';

/** Hands an event to the queue, through the faults that concern webhooks. */
export function dispatch(world: World, change: Change, subject: Subject): void {
	const copies = world.faults.take('duplicate', subject) ? 2 : 1;
	const late = world.faults.take('delay', subject, 'webhook')?.ms ?? 0;
	const send = () => {
		for (let copy = 0; copy < copies; copy++) world.queue.add(change);
	};
	if (late > 0) world.agenda.in(late, send);
	else send();
}
