import type {
	IDataObject,
	IExecuteFunctions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { Clock } from '../../core/clock';
import type { Graph } from '../../core/graph/client';
import type { Fault } from '../../core/graph/fault';
import type { Account } from './credentials';

/** What every operation gets besides its own fields. */
export interface Services {
	account: Account;
	/** Asks Graph with the access token. */
	graph: Graph;
	/** Asks Graph as the app itself; only /subscriptions and debug_token want that. */
	appGraph: Graph;
	clock: Clock;
	/** Aborted when somebody stops the execution. */
	signal?: AbortSignal;
	/**
	 * What is known about this item so far: whom it goes to, from which number, under which key. An operation fills it
	 * before it calls Graph, so that a refusal can say what it was about.
	 */
	facts: IDataObject;
}

/** One operation: the words the user reads, its fields, and what it does for one item. Never loops, never catches. */
export interface Operation {
	/** Title Case, as in the drop-down. */
	name: string;
	/** Sentence case without articles, as in the node panel: "Send text message". */
	action: string;
	description: string;
	fields: INodeProperties[];
	/** Throws InputError for what the user entered wrongly; errors of `graph` pass through. */
	run: (
		context: IExecuteFunctions,
		item: number,
		services: Services,
	) => Promise<IDataObject | IDataObject[]>;
	/**
	 * For operations that reach people: the result of an item that did not go through. With it, a refusal is a result
	 * like any other and never stops the node.
	 */
	outcome?: (fault: Fault, facts: IDataObject, services: Services) => IDataObject;
}

/** The operations that belong to one thing. Keys are the values n8n stores in workflows: never rename them. */
export interface Resource {
	name: string;
	description: string;
	/** Key of the operation that is chosen at first. */
	default: string;
	operations: Record<string, Operation>;
}

export type Resources = Record<string, Resource>;

const byName = (a: INodePropertyOptions, b: INodePropertyOptions) => a.name.localeCompare(b.name);

/** Shows a field only where it belongs, besides the conditions it brings along. */
function shownFor(field: INodeProperties, show: Record<string, string[]>): INodeProperties {
	const { displayOptions } = field;
	return {
		...field,
		displayOptions: { ...displayOptions, show: { ...show, ...displayOptions?.show } },
	};
}

/** The two drop-downs and all fields, each shown for its own operation. */
export function resourceProperties(resources: Resources, first: string): INodeProperties[] {
	const entries = Object.entries(resources);
	const resourceField: INodeProperties = {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: entries
			.map(([value, { name, description }]) => ({ name, value, description }))
			.sort(byName),
		default: first,
	};
	const operationFields = entries.map(([resource, { operations, default: chosen }]) => ({
		displayName: 'Operation',
		name: 'operation',
		type: 'options' as const,
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: Object.entries(operations)
			.map(([value, { name, action, description }]) => ({ name, value, action, description }))
			.sort(byName),
		default: chosen,
	}));
	const fields = entries.flatMap(([resource, { operations }]) =>
		Object.entries(operations).flatMap(([operation, { fields: own }]) =>
			own.map((field) => shownFor(field, { resource: [resource], operation: [operation] })),
		),
	);
	return [resourceField, ...operationFields, ...fields];
}
