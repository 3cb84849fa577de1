import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { InputError } from '../../../core/input';
import { credentialTest } from '../../../nodes/shared/credentialTest';
import {
	resourceProperties,
	type Operation,
	type Resources,
} from '../../../nodes/shared/operation';
import { runOperations, type RouterOptions } from '../../../nodes/shared/router';

const words = { action: 'Do it', description: 'Does it' };
const to = { displayName: 'To', name: 'to', type: 'string', default: '' } as const;

const recipient = (context: IExecuteFunctions, item: number) => {
	const value = context.getNodeParameter('to', item) as string;
	if (value === 'nobody') throw new InputError('The number "nobody" has no digits.');
	return value;
};

/** Reaches people: a refusal is a result. */
const send: Operation = {
	...words,
	name: 'Send',
	fields: [to],
	async run(context, item, { graph, account, facts }) {
		facts.to = recipient(context, item);
		const path = `/${account.phoneNumberId}/messages`;
		const answer = await graph<IDataObject>({ method: 'POST', path, body: { to: facts.to } });
		return { status: 'accepted', to: facts.to, ...answer };
	},
	outcome: ({ status, code, action, reason }, facts) => ({
		status,
		to: facts.to ?? '',
		code,
		action,
		reason,
	}),
};

const read: Operation = {
	...words,
	name: 'Read',
	fields: [to],
	run: async (context, item, { graph }) =>
		await graph<IDataObject>({ method: 'GET', path: `/${recipient(context, item)}` }),
};

const change: Operation = {
	...words,
	name: 'Change',
	fields: [to],
	async run(context, item, { graph, facts }) {
		facts.id = recipient(context, item);
		return await graph<IDataObject>({ method: 'DELETE', path: `/${facts.id as string}` });
	},
};

const asApp: Operation = {
	...words,
	name: 'As App',
	fields: [],
	run: async (_context, _item, { appGraph, account }) =>
		await appGraph<IDataObject>({ method: 'GET', path: `/${account.appId}/subscriptions` }),
};

const upload: Operation = {
	...words,
	name: 'Upload',
	fields: [],
	run: async (_context, _item, { graph }) =>
		await graph<IDataObject>({
			method: 'POST',
			path: '/1/media',
			formData: {
				messaging_product: 'whatsapp',
				file: { filename: 'a.txt', contentType: 'text/plain', data: Buffer.from('hello') },
			},
		}),
};

const list: Operation = {
	...words,
	name: 'List',
	fields: [],
	run: async () => [{ id: 1 }, { id: 2 }],
};

export const toyResources: Resources = {
	thing: {
		name: 'Thing',
		description: 'A thing',
		default: 'send',
		operations: { send, read, change, asApp, upload, list },
	},
};

/** A small node that uses the shared layer exactly as ours do. */
export class ToyNode implements INodeType {
	constructor(private readonly router: RouterOptions = {}) {
		const { router: options } = this;
		this.execute = async function (this: IExecuteFunctions) {
			return await runOperations(this, toyResources, options);
		};
	}

	description: INodeTypeDescription = {
		displayName: 'Toy',
		name: 'node',
		group: ['output'],
		version: 1,
		description: 'A toy',
		defaults: { name: 'Toy' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'whatsAppCloudApi', required: true, testedBy: 'whatsAppCloudApiTest' }],
		properties: resourceProperties(toyResources, 'thing'),
	};

	methods = { credentialTest };

	execute: (this: IExecuteFunctions) => Promise<Awaited<ReturnType<typeof runOperations>>>;
}

export const run = (operation: string) => ({ resource: 'thing', operation, to: '={{ $json.to }}' });
