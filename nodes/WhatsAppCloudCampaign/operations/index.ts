import type { INodeProperties } from 'n8n-workflow';
import { check } from './check';
import type { CampaignOperation } from './operation';
import { plan } from './plan';
import { proof } from './proof';
import { recordOptIn, recordOptOut } from './record';

interface Resource {
	name: string;
	value: string;
	operations: Readonly<Record<string, CampaignOperation>>;
}

/** Keys are the values n8n stores in workflows: never rename them. */
export const resources: Resource[] = [
	{ name: 'Campaign', value: 'campaign', operations: { plan } },
	{ name: 'Consent', value: 'consent', operations: { check, proof, recordOptIn, recordOptOut } },
];

export const operations: Readonly<Record<string, CampaignOperation>> = Object.assign(
	{},
	...resources.map((resource) => resource.operations),
);

const optionsOf = (own: Resource['operations']) =>
	Object.entries(own)
		.map(([value, { name, action, description }]) => ({ name, value, action, description }))
		.sort((a, b) => a.name.localeCompare(b.name));

const [campaign, consent] = resources;

const dropDowns: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: 'plan',
		displayOptions: { show: { resource: ['campaign'] } },
		options: optionsOf(campaign.operations),
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: 'check',
		displayOptions: { show: { resource: ['consent'] } },
		options: optionsOf(consent.operations),
	},
];

const shownFor = (
	resource: string,
	operation: string,
	field: INodeProperties,
): INodeProperties => ({
	...field,
	displayOptions: {
		show: { resource: [resource], operation: [operation], ...field.displayOptions?.show },
	},
});

/** The drop-downs and the fields of each operation. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		default: 'campaign',
		options: resources.map(({ name, value }) => ({ name, value })),
	},
	...dropDowns,
	...resources.flatMap(({ value, operations: own }) =>
		Object.entries(own).flatMap(([operation, { fields }]) =>
			fields.map((field) => shownFor(value, operation, field)),
		),
	),
];
