import { NodeOperationError, type INode } from 'n8n-workflow';
import { InputError } from '../../core/input';
import { toNodeError } from '../shared/errors';

/** What n8n shows: our sentence, the item it is about, and that nothing has happened. */
export function toItemError(node: INode, error: unknown, itemIndex?: number) {
	if (!(error instanceof InputError)) return toNodeError(node, error, itemIndex);
	return new NodeOperationError(node, error.message, {
		description: 'Nothing was counted or stored.',
		itemIndex,
	});
}
