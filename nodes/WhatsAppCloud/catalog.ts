import type { INodeProperties } from 'n8n-workflow';

export const catalogIdField: INodeProperties = {
	displayName: 'Catalog ID',
	name: 'catalogId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 1202348857712041',
	description:
		'ID of the catalog that is connected to your WhatsApp account, from Commerce Manager',
};

export const productIdField: INodeProperties = {
	displayName: 'Product ID',
	name: 'productId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. SKU-2041',
	description: 'Content ID of the product in the catalog, which Meta calls retailer ID',
};
