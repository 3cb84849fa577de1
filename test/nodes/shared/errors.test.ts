import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { catalogue } from '../../../core/graph/catalogue';
import { GraphError, NoAnswerError } from '../../../core/graph/error';
import { InputError } from '../../../core/input';
import { toNodeError } from '../../../nodes/shared/errors';

const node: INode = {
	id: '1',
	name: 'WhatsApp',
	type: 'test.node',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

it.each(Object.keys(catalogue))('n8n keeps our words for code %s', (code) => {
	// n8n replaces a message that happens to contain one of Node's network codes, such as EPERM.
	const error = new GraphError(400, { error: { code: Number(code) } });
	const { message, description } = toNodeError(node, error, 3);
	expect(message).toBe(catalogue[Number(code)].meaning);
	expect(description).toBe(`${catalogue[Number(code)].nextStep}\nMeta's code ${code}`);
});

it('says what Meta tells users in their language before what it tells developers', () => {
	const body = {
		error: {
			code: 100,
			error_subcode: 2388024,
			message: '(#100) Invalid parameter',
			error_user_msg: 'Gibt es schon',
			fbtrace_id: 'T1',
		},
	};
	const error = toNodeError(node, new GraphError(400, body), 0);
	expect(error).toBeInstanceOf(NodeApiError);
	expect(error.message).toBe('The template already exists in this language.');
	expect(error.description).toContain('Meta says: Gibt es schon');
	expect(error.description).toContain("Meta's code 100, trace ID T1");
});

it.each([
	[new InputError('The Text field is empty.'), NodeOperationError, 'The Text field is empty.'],
	[
		new NoAnswerError('No connection to x could be made.', false, { networkCode: 'ECONNREFUSED' }),
		NodeApiError,
		'No connection to x could be made.',
	],
	['a thrown text', NodeOperationError, 'a thrown text'],
])("makes an item's fault of %s", (error, type, message) => {
	const nodeError = toNodeError(node, error, 7);
	expect(nodeError).toBeInstanceOf(type);
	expect(nodeError.message).toBe(message);
	expect(nodeError.context.itemIndex).toBe(7);
});

it("lets n8n's own errors through", () => {
	const own = new NodeOperationError(node, 'x');
	expect(toNodeError(node, own)).toBe(own);
});
