import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { Cancelled } from '../../core/campaign/cancelled';
import type { Graph } from '../../core/graph/client';
import { GraphError, NoAnswerError } from '../../core/graph/error';
import { toFault, type Fault } from '../../core/graph/fault';
import { clock } from './clock';
import { toNodeError } from './errors';
import type { Operation, Resources, Services } from './operation';
import { connect, type Connection } from './transport';

export interface RouterOptions {
	/** Items under way at the same time. */
	concurrency?: number;
	/** Waits until this item may go; stops waiting when the signal is aborted. */
	beforeEach?: (item: number, signal?: AbortSignal) => Promise<void>;
	/** Learns how the item went, so that pacing can slow down. */
	afterEach?: (item: number, fault: Fault | undefined) => void;
}

interface Trouble {
	item: number;
	error: unknown;
	fault: Fault;
	facts: IDataObject;
}

const wasAnswered = (error: unknown) =>
	error instanceof GraphError || error instanceof NoAnswerError;

/** Remembers whether anything may have changed at Meta: from then on the node must not throw. */
function watchWrites(graph: Graph, changed: () => void): Graph {
	return async (request) => {
		const isWrite = request.method !== 'GET';
		try {
			const answer = await graph<never>(request);
			if (isWrite) changed();
			return answer;
		} catch (error) {
			if (isWrite && error instanceof NoAnswerError && error.mayHaveArrived) changed();
			return await Promise.reject(error);
		}
	};
}

function operationOf(context: IExecuteFunctions, resources: Resources): Operation {
	const resource = context.getNodeParameter('resource', 0) as string;
	const name = context.getNodeParameter('operation', 0) as string;
	const operation = resources[resource]?.operations[name];
	if (operation) return operation;
	throw new NodeOperationError(
		context.getNode(),
		`This version of the node does not know the operation "${name}" of "${resource}".`,
		{ description: 'Choose the resource and the operation again, or update the package.' },
	);
}

async function connectOrExplain(context: IExecuteFunctions): Promise<Connection> {
	const connected = await connect(context).catch((error: unknown) =>
		toNodeError(context.getNode(), error),
	);
	if (connected instanceof Error) throw connected;
	return connected;
}

/**
 * Runs the chosen operation for every item: the only loop and the only catch.
 *
 * Results keep the order of the input. Once anything may have changed at Meta it never throws, because n8n's Retry On
 * Fail would run all items again and people would get messages twice: an item that did not go through is then a result
 * with `status` `failed` or `unknown`. It throws when nothing was changed, Continue On Fail is off, and either the
 * operation reaches nobody (a read, a first change) or every single item was refused before a call for what it holds.
 * A cancelled execution returns what was done until then.
 */
export async function runOperations(
	context: IExecuteFunctions,
	resources: Resources,
	{ concurrency = 1, beforeEach, afterEach }: RouterOptions = {},
): Promise<INodeExecutionData[][]> {
	const operation = operationOf(context, resources);
	const connection = await connectOrExplain(context);
	const { account } = connection;
	const count = context.getInputData().length;
	const signal = context.getExecutionCancelSignal();
	const mayThrow = !context.continueOnFail();

	let hasChanged = false;
	const changed = () => {
		hasChanged = true;
	};
	const graph = watchWrites(connection.graph, changed);
	const appGraph = watchWrites(connection.appGraph, changed);
	const servicesFor = (): Services => ({ account, graph, appGraph, clock, signal, facts: {} });

	const results: INodeExecutionData[][] = [];
	const troubles: Trouble[] = [];
	let next = 0;
	let stopped = false;

	const work = async () => {
		while (!stopped && next < count) {
			const item = next++;
			const services = servicesFor();
			try {
				await beforeEach?.(item, signal);
				if (signal?.aborted) return;
				const result = await operation.run(context, item, services);
				results[item] = [result].flat().map((json) => ({ json, pairedItem: { item } }));
				afterEach?.(item, undefined);
			} catch (error) {
				if (error instanceof Cancelled) return;
				const fault = toFault(error);
				troubles.push({ item, error, fault, facts: services.facts });
				const json = operation.outcome?.(fault, services.facts, services) ?? {
					...services.facts,
					...fault,
				};
				results[item] = [{ json, pairedItem: { item } }];
				afterEach?.(item, fault);
				if (!operation.outcome && mayThrow && !hasChanged) stopped = true;
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(Math.max(concurrency, 1), count) }, work));

	const nobodyReached =
		troubles.length === count && !troubles.some(({ error }) => wasAnswered(error));
	if (troubles.length > 0 && mayThrow && !hasChanged && (!operation.outcome || nobodyReached)) {
		const [first] = troubles.sort((a, b) => a.item - b.item);
		throw toNodeError(context.getNode(), first.error, first.item);
	}
	const output = results.flat();
	hint(context, output);
	return [output];
}

/** A green node with failed items in it would mislead, so it says how many there are and why. */
function hint(context: IExecuteFunctions, output: INodeExecutionData[]): void {
	const open = output.filter(({ json }) => json.status === 'failed' || json.status === 'unknown');
	if (open.length === 0) return;
	const { reason, next_step } = open[0].json;
	context.addExecutionHints({
		message: `${open.length} of ${output.length} items did not go through. The first: ${reason} ${next_step}`,
		type: 'warning',
		location: 'outputPane',
	});
}
