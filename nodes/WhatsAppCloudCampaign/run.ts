import {
	NodeOperationError,
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { InputError } from '../../core/input';
import { clock } from '../shared/clock';
import { CREDENTIAL, toCredentials } from '../shared/credentials';
import { toNodeError } from '../shared/errors';
import { operations } from './operations';
import type { Run } from './operations/operation';

/** Empty without a credential: numbers then stay readable in the ledger. */
async function privacyKeyOf(context: IExecuteFunctions): Promise<string> {
	if (!context.getNode().credentials?.[CREDENTIAL]) return '';
	const data = await context.getCredentials<ICredentialDataDecryptedObject>(CREDENTIAL);
	return toCredentials(data).privacyKey;
}

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
