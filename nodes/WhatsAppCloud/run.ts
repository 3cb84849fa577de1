import type { GraphError } from '../../core/graph/error';
import type { TemplateDefinition } from '../../core/template/definition';
import type { Services } from '../shared/operation';

/** What the items of one execution of the node share. */
export interface Run {
	/** By `name|language`: read once, so that 10,000 sends do not read the template 10,000 times. */
	definitions: Map<string, Promise<TemplateDefinition>>;
	/** By phone number ID: the refusal that concerns the whole account, after which nothing more is tried. */
	stops: Map<string, GraphError>;
	/** Media IDs by phone number and content: the same file goes up once, however many people get it. */
	uploads: Map<string, Promise<string>>;
}

const runs = new WeakMap<object, Run>();

/** The run these services belong to. Forgotten together with them. */
export function runOf({ account }: Services): Run {
	let run = runs.get(account);
	if (!run) {
		run = { definitions: new Map(), stops: new Map(), uploads: new Map() };
		runs.set(account, run);
	}
	return run;
}
