import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

/** Files by the result they belong to: operations give JSON, and only a few of them a file with it. */
const files = new WeakMap<IDataObject, IBinaryKeyData>();

/** The result, with a file that leaves the node together with it. */
export function attach(json: IDataObject, binary: IBinaryKeyData): IDataObject {
	files.set(json, binary);
	return json;
}

/** Puts each file to its result. */
export const withAttachments = (outputs: INodeExecutionData[][]): INodeExecutionData[][] =>
	outputs.map((output) =>
		output.map((result) => {
			const binary = files.get(result.json);
			return binary ? { ...result, binary } : result;
		}),
	);
