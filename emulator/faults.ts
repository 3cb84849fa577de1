import { z } from 'zod';
import { randomFor } from './random';

const matchSchema = z
	.object({
		/** A part of the Graph path; without it the fault concerns sends only. */
		path: z.string().optional(),
		/** Digits or business-scoped user ID of the other party. */
		to: z.string().optional(),
		template: z.string().optional(),
	})
	.strict();

export const faultSchema = z
	.object({
		kind: z.enum([
			'error',
			'drop_answer',
			'http_error',
			'duplicate',
			'shuffle',
			'delay',
			'fail_status',
		]),
		/** Graph code for `error` and `fail_status`, HTTP status for `http_error`. */
		code: z.number().int().optional(),
		/** How often it strikes; 0 = until it is removed. */
		times: z.number().int().min(0).default(1),
		/** For `delay`. Webhooks scale with `speed`, answers do not. */
		ms: z.number().min(0).optional(),
		/** What `delay` holds back. Default: the answer when `match.path` is given, else the webhook. */
		of: z.enum(['answer', 'webhook']).optional(),
		/** Share of the occasions on which it strikes, drawn from the seed. */
		rate: z.number().min(0).max(1).default(1),
		match: matchSchema.default({}),
	})
	.strict();

export type Fault = z.infer<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;

/** The occasion on which a fault may strike. Webhooks have no path. */
export interface Subject {
	path?: string;
	isSend?: boolean;
	to?: string;
	template?: string;
}

interface Entry extends Fault {
	id: string;
	struck: number;
}

/** The things that were asked to go wrong. */
export interface Faults {
	add: (fault: FaultInput) => { id: string };
	list: () => Entry[];
	clear: () => void;
	/** The first fault of a kind that fits and strikes now; it is used up by one. */
	take: (kind: Fault['kind'], subject: Subject, of?: 'answer' | 'webhook') => Fault | undefined;
}

export function createFaults(seed: () => number): Faults {
	let entries: Entry[] = [];
	let draws = 0;
	let ids = 0;
	return {
		add: (input) => {
			const entry = { ...faultSchema.parse(input), id: `fault-${++ids}`, struck: 0 };
			entries.push(entry);
			return { id: entry.id };
		},
		list: () => entries.map((entry) => ({ ...entry })),
		clear: () => {
			entries = [];
		},
		take: (kind, subject, of) => {
			const found = entries.find((entry) => {
				if (entry.kind !== kind || !fits(entry, subject)) return false;
				if (of && of !== (entry.of ?? (entry.match.path ? 'answer' : 'webhook'))) return false;
				return entry.rate === 1 || randomFor(seed(), `fault ${draws++}`)() < entry.rate;
			});
			if (!found) return undefined;
			found.struck++;
			if (found.times > 0 && found.struck >= found.times)
				entries = entries.filter((entry) => entry !== found);
			return found;
		},
	};
}

function fits({ match }: Fault, subject: Subject): boolean {
	if (match.to && match.to.replace(/^\+/, '') !== subject.to) return false;
	if (match.template && match.template !== subject.template) return false;
	if (subject.path === undefined) return true;
	return match.path ? subject.path.includes(match.path) : subject.isSend === true;
}
