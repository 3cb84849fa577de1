import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { InputError } from '../../core/input';
import { clock } from '../shared/clock';
import { toNodeError } from '../shared/errors';
import { privacyKeyOf } from '../shared/privacyKey';
import { operations } from './operations';
import type { Run } from './operations/operation';

function toItemError(context: IExecuteFunctions, error: unknown, itemIndex?: number) {
	if (!(error instanceof InputError)) return toNodeError(context.getNode(), error, itemIndex);
	const description = 'Nothing was planned or recorded.';
	return new NodeOperationError(context.getNode(), error.message, { description, itemIndex });
}

/** Runs the chosen operation once for all items. */
export async function runOperation(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const name = context.getNodeParameter('operation', 0) as string;
	const operation = operations[name];
	if (!operation) {
		throw new NodeOperationError(
			context.getNode(),
			`This version of the node does not know the operation "${name}".`,
			{ description: 'Choose the operation again, or update the package.' },
		);
	}
	const run: Run = {
		now: Math.floor(clock.now() / 1000),
		privacyKey: await privacyKeyOf(context),
	};
	const result = await operation
		.run(context, run)
		.catch((error: unknown) => toItemError(context, error, run.item));
	if (result instanceof Error) throw result;
	return result;
}
