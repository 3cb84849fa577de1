import type { INodeProperties } from 'n8n-workflow';
import { resourceProperties, type Operation } from '../../../nodes/shared/operation';

const operation = (name: string, fields: INodeProperties[] = []): Operation => ({
	name,
	action: `${name} it`,
	description: `Does ${name}`,
	fields,
	run: async () => ({}),
});
const field: INodeProperties = {
	displayName: 'Caption',
	name: 'caption',
	type: 'string',
	default: '',
	displayOptions: { show: { kind: ['image'] }, hide: { plain: [true] } },
};

const properties = resourceProperties(
	{
		template: {
			name: 'Template',
			description: 'T',
			default: 'get',
			operations: { get: operation('Get') },
		},
		message: {
			name: 'Message',
			description: 'M',
			default: 'sendText',
			operations: {
				sendText: operation('Send Text', [field]),
				markRead: operation('Mark as Read'),
			},
		},
	},
	'message',
);

it('offers resources and operations by name', () => {
	expect(properties[0]).toMatchObject({
		name: 'resource',
		noDataExpression: true,
		default: 'message',
		options: [
			{ name: 'Message', value: 'message', description: 'M' },
			{ name: 'Template', value: 'template', description: 'T' },
		],
	});
	expect(properties[2]).toMatchObject({
		name: 'operation',
		noDataExpression: true,
		default: 'sendText',
		displayOptions: { show: { resource: ['message'] } },
		options: [
			{ name: 'Mark as Read', value: 'markRead', action: 'Mark as Read it' },
			{ name: 'Send Text', value: 'sendText', action: 'Send Text it' },
		],
	});
});

it('shows a field for its operation, besides its own conditions', () => {
	expect(properties[3].displayOptions).toEqual({
		show: { resource: ['message'], operation: ['sendText'], kind: ['image'] },
		hide: { plain: [true] },
	});
	expect(field.displayOptions?.show).toEqual({ kind: ['image'] });
});
