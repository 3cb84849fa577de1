import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { clock } from '../shared/clock';
import { toItemError } from './itemError';
import { operations } from './operations';
import type { Run } from './operations/operation';

/** Runs the chosen operation once for all items. */
export async function runOperation(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const name = context.getNodeParameter('operation', 0) as string;
	const operation = operations[name];
	if (!operation) {
		throw new NodeOperationError(
			context.getNode(),
			`This version of the node does not know the operation "${name}".`,
			{ description: 'Choose the operation again, or update the package.' },
		);
	}
	const run: Run = { now: Math.floor(clock.now() / 1000) };
	const result = await operation
		.run(context, run)
		.catch((error: unknown) => toItemError(context.getNode(), error, run.item));
	if (result instanceof Error) throw result;
	return result;
}
