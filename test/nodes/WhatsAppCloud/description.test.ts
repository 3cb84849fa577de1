import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultOutcome } from '../../../core/message/outcomes';
import { toFault } from '../../../core/graph/fault';
import type { INode, INodeProperties } from 'n8n-workflow';
import { concurrencyOf } from '../../../nodes/WhatsAppCloud/pace';
import { resources } from '../../../nodes/WhatsAppCloud/resources';
import { WhatsAppCloud } from '../../../nodes/WhatsAppCloud/WhatsAppCloud.node';

const folder = join(__dirname, '../../../nodes/WhatsAppCloud');
const { description, methods } = new WhatsAppCloud();

it('every list and mapping a field asks for exists', () => {
	const text = JSON.stringify(description.properties);
	const asked = [...text.matchAll(/"(?:searchListMethod|resourceMapperMethod)":"(\w+)"/g)];
	const known = { ...methods.listSearch, ...methods.resourceMapping };
	for (const [, name] of asked) expect(known).toHaveProperty(name);
	expect(asked.length).toBeGreaterThan(0);
});

const schemaOf = (resource: string, operation: string) => {
	const file = join(folder, '__schema__/v1.0.0', resource, `${operation}.json`);
	return Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { properties: object }).properties);
};

const sends = Object.entries(resources.message.operations).filter(([, { outcome }]) => outcome);

it('every send has a schema with exactly the fields of its results', () => {
	const outcome = faultOutcome({}, toFault(new Error('x')), 0);
	expect(sends.length).toBeGreaterThan(20);
	for (const [operation] of sends) {
		expect(schemaOf('message', operation).sort()).toEqual(Object.keys(outcome).sort());
	}
});

it('every operation has a schema', () => {
	for (const [resource, { operations }] of Object.entries(resources)) {
		for (const operation of Object.keys(operations)) {
			expect(schemaOf(resource, operation).length).toBeGreaterThan(0);
		}
	}
});

it('every operation has words of its own for lists, panels and AI tools', () => {
	const all = Object.values(resources).flatMap(({ operations }) => Object.values(operations));
	for (const key of ['action', 'description'] as const) {
		expect(new Set(all.map((operation) => operation[key])).size).toBe(all.length);
	}
	for (const { action } of all)
		expect(action).toMatch(/^[A-Z][a-z]+ ([a-z]|QR|URL|ID|India|in |or )/);
});

/** Every property, also those inside collections. */
function everywhere(properties: INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => [
		property,
		...(property.options ?? []).flatMap((option) =>
			'values' in option ? everywhere(option.values) : 'type' in option ? everywhere([option]) : [],
		),
	]);
}

it('lists and collections of five and more are in alphabetical order', () => {
	for (const { name, options = [], type } of everywhere(description.properties)) {
		if (type === 'fixedCollection' || options.length < 5) continue;
		const shown = options.map((option) =>
			'displayName' in option ? option.displayName : option.name,
		);
		expect([name, shown]).toEqual([name, [...shown].sort((a, b) => a.localeCompare(b))]);
	}
});

it('every field is described in the style n8n asks for', () => {
	for (const { displayName, description: text = '', type } of everywhere(description.properties)) {
		if (type === 'boolean')
			expect([displayName, text]).toEqual([displayName, expect.stringMatching(/^Whether /)]);
		const isOneSentence = !/[.!?] [A-Z]/.test(text);
		if (isOneSentence) expect(text).not.toMatch(/\.$/);
		else expect(text).toMatch(/\.$/);
	}
});

it('no field may carry the name that makes n8n re-send everything', () => {
	expect(Object.keys(faultOutcome({}, toFault(new Error('x')), 0))).not.toContain('error');
});

it.each([
	[{}, 40],
	[{ options: {} }, 40],
	[{ options: { messagesPerSecond: 80 } }, 40],
	[{ options: { messagesPerSecond: 1 } }, 8],
	[{ options: { messagesPerSecond: 1000 } }, 400],
	[{ options: { messagesPerSecond: '={{ 20 }}' } }, 40],
	[{ resource: 'message' }, 40],
	[{ resource: 'media' }, 8],
	[{ resource: 'template' }, 1],
	[{ resource: 'qrCode' }, 1],
])('as many messages are under way as the pace needs: %j', (parameters, concurrency) => {
	expect(concurrencyOf({ parameters } as unknown as INode)).toBe(concurrency);
});
