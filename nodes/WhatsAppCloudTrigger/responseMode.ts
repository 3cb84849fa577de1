import * as n8n from 'n8n-workflow';
import type { INodeParameters } from 'n8n-workflow';

/** n8n copies the source of this function into an expression, so it may use nothing but its argument. */
const fromAcknowledge = (parameters: INodeParameters) =>
	parameters.acknowledge === 'stored' ? 'onReceived' : 'lastNode';

const TEMPLATE = '={{$parameter["acknowledge"] === "stored" ? "onReceived" : "lastNode"}}';

/**
 * The response mode, read from the node's parameter. n8n versions that can do so resolve it natively; for older ones
 * it is an expression, which costs an isolate of the expression engine for every call.
 */
export function responseModeField(api: Partial<typeof n8n> = n8n): { responseMode: string } {
	const { webhookDescriptionFields, fromFunction } = api;
	return typeof webhookDescriptionFields === 'function' && typeof fromFunction === 'function'
		? webhookDescriptionFields({ responseMode: fromFunction(fromAcknowledge) })
		: { responseMode: TEMPLATE };
}
