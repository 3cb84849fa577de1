import type { Subject } from '../faults';
import { between, randomFor } from '../random';
import type { Message, State } from '../store';
import type { World } from '../world';
import { dispatch } from './dispatch';
import type { Change } from './envelope';
import { fail, happen } from './status';

/** Codes a message may fail with when `rates.failed` strikes; the limit on marketing only strikes marketing. */
const ANY = [131026, 131026, 131000];
const MARKETING = [131049, 131049, 131026, 130472];

interface Step {
	afterMs: number;
	run: () => Change;
}

/** Plans everything that will happen to an accepted message. What happens depends on the seed, never on timing. */
export function planStatuses(world: World, message: Message): void {
	const steps = stepsOf(world, message);
	const shuffle = world.faults.take('shuffle', subjectOf(message));
	const collected: Change[] = [];
	let at = 0;
	for (const [index, step] of steps.entries()) {
		at += step.afterMs;
		world.agenda.in(at, () => {
			const change = step.run();
			if (!shuffle) {
				dispatch(world, change, subjectOf(message));
				return;
			}
			// The events keep their true times; only their webhooks come out of order.
			collected.push(change);
			if (index === steps.length - 1) release(world, message, collected);
		});
	}
}

/** What faults are matched against. */
export function subjectOf({ to, template, person }: Message): Subject {
	return { to: person.wa_id ?? to, template };
}

function stepsOf(world: World, message: Message): Step[] {
	const { settings, faults } = world;
	const { delays_ms, rates, seed, not_on_whatsapp } = settings();
	const random = randomFor(seed, `statuses ${message.index}`);
	const [sent, delivered, read, held] = (['sent', 'delivered', 'read', 'held'] as const).map(
		(name) => between(random, delays_ms[name]),
	);
	const [failDraw, whichDraw, deliveredDraw, readDraw] = [random(), random(), random(), random()];
	const start = sent + (message.held ? held : 0);
	const failing = (code: number): Step[] => [
		{ afterMs: start, run: () => fail(world, message, code) },
	];

	const fault = faults.take('fail_status', subjectOf(message));
	if (fault) return failing(fault.code ?? 131026);
	if (message.addressedBy !== 'group') {
		if (not_on_whatsapp.includes(message.person.wa_id ?? '')) return failing(131026);
		if (message.person.stopped && message.category === 'marketing') return failing(131050);
	}
	if (failDraw < rates.failed) {
		const codes = message.category === 'marketing' ? MARKETING : ANY;
		return failing(codes[Math.floor(whichDraw * codes.length)]);
	}

	const step = (afterMs: number, state: State, priced: boolean): Step => ({
		afterMs,
		run: () => happen(world, message, state, priced),
	});
	const steps = [step(start, 'sent', true)];
	// Meta reports a reaction as sent and says no more about it.
	if (message.type === 'reaction' || deliveredDraw >= rates.delivered) return steps;
	steps.push(step(delivered, 'delivered', true));
	if (readDraw >= rates.read) return steps;
	steps.push(step(read, 'read', false));
	if (message.type === 'voice') steps.push(step(read, 'played', false));
	return steps;
}

function release(world: World, message: Message, changes: Change[]): void {
	const random = randomFor(world.settings().seed, `shuffle ${message.index}`);
	const order = changes.map((change) => ({ change, rank: random() }));
	// A shuffle that happens to keep the order would test nothing.
	order.sort((a, b) => a.rank - b.rank);
	if (order.every(({ change }, index) => change === changes[index])) order.reverse();
	for (const { change } of order) dispatch(world, change, subjectOf(message));
}
