import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';
import { toFault } from '../../core/graph/fault';
import { GraphError, NoAnswerError } from '../../core/graph/error';

/** What to do, Meta's own words, and what support needs to find the case. */
function describe(error: unknown): string {
	const { next_step, details, code, fbtrace_id } = toFault(error);
	const quote = error instanceof GraphError ? 'Meta says' : 'Network';
	const support = [
		/^\d+$/.test(code) && `Meta's code ${code}`,
		fbtrace_id && `trace ID ${fbtrace_id}`,
	];
	return [next_step, details && `${quote}: ${details}`, support.filter(Boolean).join(', ')]
		.filter(Boolean)
		.join('\n');
}

/** The one place where our errors become n8n's. Only chosen texts are passed on, never a request or a token. */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	const { reason } = toFault(error);
	if (error instanceof GraphError || error instanceof NoAnswerError) {
		const response: JsonObject = { message: error.message };
		return new NodeApiError(node, response, {
			message: reason,
			description: describe(error),
			httpCode: error.httpStatus === undefined ? undefined : `${error.httpStatus}`,
			itemIndex,
		});
	}
	const cause = error instanceof Error ? error : new Error(reason);
	return new NodeOperationError(node, cause, {
		message: reason,
		description: describe(error),
		itemIndex,
	});
}
