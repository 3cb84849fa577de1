import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultOutcome } from '../../../core/message/outcomes';
import { toFault } from '../../../core/graph/fault';
import type { INode } from 'n8n-workflow';
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

it('every send has a schema with exactly the fields of its results', () => {
	const outcome = faultOutcome({}, toFault(new Error('x')), 0);
	for (const operation of Object.keys(resources.message.operations)) {
		const file = join(folder, '__schema__/v1.0.0/message', `${operation}.json`);
		const schema = JSON.parse(readFileSync(file, 'utf8')) as { properties: object };
		expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(outcome).sort());
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
])('as many messages are under way as the pace needs: %j', (parameters, concurrency) => {
	expect(concurrencyOf({ parameters } as unknown as INode)).toBe(concurrency);
});
