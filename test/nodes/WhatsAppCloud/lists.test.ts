import type { ILoadOptionsFunctions } from 'n8n-workflow';
import type { Emulator } from '../../../emulator/index';
import { WhatsAppCloud } from '../../../nodes/WhatsAppCloud/WhatsAppCloud.node';
import { loadOptionsContext } from '../../support/engine';
import { credentialsOf, emulate, sendTemplateOf } from './support';

let emulator: Emulator;
beforeAll(async () => {
	emulator = await emulate();
});
afterAll(async () => await emulator.close());

const node = new WhatsAppCloud();
const { searchPhoneNumbers, searchTemplates } = node.methods.listSearch;
const { getTemplateVariables } = node.methods.resourceMapping;

function editor(template = '', credentials = {}): ILoadOptionsFunctions {
	const parameters = sendTemplateOf(template, {});
	return loadOptionsContext(node, {
		credentials: { ...credentialsOf(emulator), ...credentials },
		parameters,
	});
}

describe('the list of templates', () => {
	it('holds every approved template of every page, by name and language', async () => {
		const { results } = await searchTemplates.call(editor());
		expect(results.length).toBeGreaterThan(25);
		expect(results).toContainEqual({
			name: 'spring_sale (en_US) · marketing',
			value: 'spring_sale|en_US',
		});
		expect(results).toContainEqual(expect.objectContaining({ value: 'spring_sale|de' }));
		const names = results.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
	});

	it('leaves out what is not approved', async () => {
		const { data } = (await (
			await fetch(
				`${emulator.url}/v25.0/${emulator.config.businessAccountId}/message_templates?limit=500`,
				{
					headers: { Authorization: `Bearer ${emulator.config.accessToken}` },
				},
			)
		).json()) as { data: { name: string; status: string }[] };
		const others = data.filter(({ status }) => status !== 'APPROVED').map(({ name }) => name);
		expect(others.length).toBeGreaterThan(0);
		const { results } = await searchTemplates.call(editor());
		for (const name of others)
			expect(results.map(({ value }) => value)).not.toContain(`${name}|en_US`);
	});

	it.each(['SPRING', 'sale de', 'marketing spring'])(
		'is filtered by the words %s',
		async (filter) => {
			const { results } = await searchTemplates.call(editor(), filter);
			expect(results.map(({ value }) => value)).toContain('spring_sale|de');
			expect(results.length).toBeLessThan(5);
		},
	);
});

it('the list of phone numbers shows number and name', async () => {
	const { results } = await searchPhoneNumbers.call(editor());
	expect(results[0]).toEqual({
		name: expect.stringContaining(emulator.config.displayPhoneNumber),
		value: emulator.config.phoneNumberId,
	});
	expect((await searchPhoneNumbers.call(editor(), 'no such number')).results).toEqual([]);
});

it('a list that cannot be read says why', async () => {
	await expect(searchTemplates.call(editor('', { accessToken: 'another-token' }))).rejects.toThrow(
		/access token/,
	);
	await expect(searchPhoneNumbers.call(editor('', { businessAccountId: '' }))).rejects.toThrow(
		'Enter the Business Account ID',
	);
});

describe('the fields of a template', () => {
	it('are its variables with the words around them', async () => {
		const { fields } = await getTemplateVariables.call(editor('spring_sale|en_US'));
		expect(fields.map(({ id, required }) => [id, required])).toEqual([
			['header.image', true],
			['body.first_name', true],
			['body.day', true],
			['button.0.url', true],
			['button.1.payload', false],
		]);
		expect(fields[1].displayName).toBe('Body · first_name — Hi {{first_name}}, our spring sale…');
	});

	it.each([
		['', 'Choose a template'],
		['hello_world|en_US', 'no variables'],
	])('for %j are none, and it says so', async (template, notice) => {
		const { fields, emptyFieldsNotice } = await getTemplateVariables.call(editor(template));
		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toContain(notice);
	});
});
