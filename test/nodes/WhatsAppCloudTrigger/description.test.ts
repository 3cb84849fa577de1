import {
	nodeParametersAreStatic,
	resolveWebhookDescriptionField,
	webhookDescriptionIsNativelyResolvable,
	type INode,
	type INodeProperties,
	type IWebhookDescription,
} from 'n8n-workflow';
import { responseModeField } from '../../../nodes/WhatsAppCloudTrigger/responseMode';
import { trigger, triggerNode } from './support/n8n';

const webhooks = trigger.description.webhooks as IWebhookDescription[];

it('is version 2 only, since n8n evaluates an expression for every call of a version 1 node', () => {
	expect(trigger.description.version).toBe(2);
});

it('needs no expression engine for a call, whatever the builder chose', () => {
	const options = { leaveOutContent: true, maxAgeMinutes: 5, downloadMedia: true };
	const chosen = { acknowledge: 'stored', statuses: ['failed'], phoneNumberIds: '1, 2', options };
	for (const parameters of [{}, chosen]) {
		expect(nodeParametersAreStatic(triggerNode({ parameters }))).toBe(true);
	}
	for (const webhook of webhooks)
		expect(webhookDescriptionIsNativelyResolvable(webhook)).toBe(true);
});

it('keeps every parameter static', () => {
	const { properties } = trigger.description;
	const collections = properties.filter(({ type }) => type === 'collection');
	const inner = collections.flatMap(({ options = [] }) => options as INodeProperties[]);
	expect(inner.length).toBeGreaterThan(0);
	const inputs = [...properties, ...inner].filter(({ type }) => type !== 'notice');
	for (const { name, noDataExpression } of inputs) {
		expect({ name, noDataExpression }).toEqual({ name, noDataExpression: true });
	}
});

it('has no option that n8n would read for itself', () => {
	expect(JSON.stringify(trigger.description.properties)).not.toContain('"binaryData"');
});

it('listens to GET and POST on one path and answers without a body', () => {
	expect(webhooks).toMatchObject([
		{ name: 'setup', httpMethod: 'GET', path: 'webhook' },
		{ name: 'default', httpMethod: 'POST', path: 'webhook', responseData: 'noData' },
	]);
});

describe('the response mode', () => {
	const modeOf = (node: INode) => resolveWebhookDescriptionField(node, webhooks[1], 'responseMode');

	it.each([
		['by default', {}, 'lastNode'],
		['when processed', { acknowledge: 'processed' }, 'lastNode'],
		['when stored', { acknowledge: 'stored' }, 'onReceived'],
	])('%s is resolved natively', (_name, parameters, value) => {
		expect(modeOf(triggerNode({ parameters }))).toEqual({ resolved: true, value });
	});

	it.each([
		['this n8n', webhooks[1].responseMode],
		['an n8n that has no native fields', responseModeField({}).responseMode],
	])('is the same as an expression in %s', (_name, template) => {
		const expression = String(template).replace(/^=\{\{([\s\S]*)\}\}$/, '$1');
		const evaluate = new Function('$parameter', `return ${expression}`) as (p: object) => string;
		expect(evaluate({ acknowledge: 'stored' })).toBe('onReceived');
		expect(evaluate({ acknowledge: 'processed' })).toBe('lastNode');
		expect(evaluate({})).toBe('lastNode');
	});
});
