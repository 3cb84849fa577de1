import type { INodeProperties } from 'n8n-workflow';

const REGIONS = {
	AE: 'United Arab Emirates',
	AU: 'Australia',
	BH: 'Bahrain',
	BR: 'Brazil',
	CA: 'Canada',
	CH: 'Switzerland',
	DE: 'Germany',
	GB: 'United Kingdom',
	ID: 'Indonesia',
	IN: 'India',
	JP: 'Japan',
	KR: 'South Korea',
	SG: 'Singapore',
	ZA: 'South Africa',
};

/** The countries in which Meta can keep messages. */
export const regionField: INodeProperties = {
	displayName: 'Storage Country',
	name: 'region',
	type: 'options',
	options: Object.entries(REGIONS)
		.map(([value, name]) => ({ name, value }))
		.sort((a, b) => a.name.localeCompare(b.name)),
	default: 'DE',
	description: 'Country in which Meta stores messages that wait for delivery',
};
