import type { Emulator } from '../../../emulator/index';
import { emulate, people, run, sendTemplateOf } from './support';

let emulator: Emulator;
beforeEach(async () => {
	emulator = await emulate();
});
afterEach(async () => await emulator.close());

const reads = () =>
	emulator.control.requests().filter(({ path }) => path.endsWith('/message_templates'));
const jsonOf = ({ outputs }: Awaited<ReturnType<typeof run>>) => outputs[0].map(({ json }) => json);

const spring = {
	'header.image': 'https://shop.example.com/spring.jpg',
	'body.first_name': '={{ $json.text }}',
	'body.day': 'on Monday',
	'button.0.url': 'for you',
	'button.1.payload': 'STOP',
};

describe('Send Template', () => {
	it('fills named variables, header, link and quick reply, reading the template once', async () => {
		const result = await run(
			emulator,
			people(20),
			sendTemplateOf('spring_sale|en_US', spring, { options: { campaign: 'spring' } }),
		);
		expect(jsonOf(result)).toHaveLength(20);
		for (const json of jsonOf(result)) {
			expect(json).toMatchObject({
				status: 'accepted',
				template: 'spring_sale',
				language: 'en_US',
				category: 'marketing',
				campaign: 'spring',
			});
		}
		expect(reads()).toHaveLength(1);
		expect(emulator.control.sent()[0].body).toMatchObject({
			type: 'template',
			template: {
				name: 'spring_sale',
				language: { code: 'en_US' },
				components: [
					{ type: 'header' },
					{ type: 'body' },
					{ sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'for%20you' }] },
					{ sub_type: 'quick_reply', index: '1' },
				],
			},
		});
	});

	it.each([
		['hello_world|en_US', {}],
		['order_update|en_US', { 'body.1': 'Jo', 'body.2': 17 }],
		['spring_sale|de', spring],
	])('sends %s', async (template, values) => {
		const result = await run(emulator, people(1), sendTemplateOf(template, values));
		expect(jsonOf(result)[0]).toMatchObject({ status: 'accepted', reason: '' });
	});

	it('takes values from items that name their fields like the variables', async () => {
		const items = [
			{ ...people(1)[0], first_name: 'Jo', day: 'today', image: spring['header.image'], url: 'a' },
		];
		const templateVariables = { mappingMode: 'autoMapInputData', value: null, schema: [] };
		const parameters = sendTemplateOf('spring_sale|en_US', {}, { templateVariables });
		expect(jsonOf(await run(emulator, items, parameters))[0]).toMatchObject({ status: 'accepted' });
	});

	it('names what is missing in the one item that lacks it', async () => {
		const items = [people(1)[0], { to: '+15550209999' }];
		const result = await run(emulator, items, sendTemplateOf('spring_sale|en_US', spring));
		expect(jsonOf(result)[0]).toMatchObject({ status: 'accepted' });
		expect(jsonOf(result)[1]).toMatchObject({
			status: 'failed',
			code: 'input',
			template: 'spring_sale',
			reason: expect.stringContaining('also needs a value for "Body · first_name'),
		});
	});

	it('says in which languages a template exists', async () => {
		const result = await run(emulator, people(2), sendTemplateOf('spring_sale|fr', spring));
		expect(result.error?.message).toContain('no template spring_sale (fr)');
		expect(result.error?.message).toContain('en_US');
		expect(emulator.control.sent()).toHaveLength(0);
	});

	it('asks for a template when none is chosen', async () => {
		const result = await run(emulator, people(1), sendTemplateOf('={{ $json.nothing }}', {}));
		expect(result.error?.message).toContain('No template is chosen');
	});

	it('reads the template again when Meta has a hiccup, and nobody gets it twice', async () => {
		emulator.control.fault({ kind: 'error', code: 2, match: { path: 'message_templates' } });
		const result = await run(emulator, people(3), sendTemplateOf('hello_world|en_US', {}));
		expect(jsonOf(result).map(({ status }) => status)).toEqual([
			'accepted',
			'accepted',
			'accepted',
		]);
		expect(reads()).toHaveLength(2);
	});

	it('never calls a message unknown whose template could not be read', async () => {
		emulator.control.fault({ kind: 'drop_answer', times: 0, match: { path: 'message_templates' } });
		const result = await run(emulator, people(1), sendTemplateOf('hello_world|en_US', {}));
		expect(jsonOf(result)[0]).toMatchObject({ status: 'failed', code: 'no_connection' });
		expect(emulator.control.sent()).toHaveLength(0);
	}, 15_000);

	it('says held when Meta holds a message back', async () => {
		emulator.control.settings({ rates: { held: 1 } });
		const result = await run(emulator, people(1), sendTemplateOf('spring_sale|en_US', spring));
		expect(jsonOf(result)[0]).toMatchObject({ status: 'held' });
	});

	it('shows the text as the recipient reads it when asked', async () => {
		const options = { includePreview: true };
		const parameters = sendTemplateOf('spring_sale|en_US', spring, { options });
		const [json] = jsonOf(await run(emulator, people(1), parameters));
		expect(json.preview).toContain('Hi Hello 0, our spring sale starts on Monday.');
		const [without] = jsonOf(
			await run(emulator, people(1), sendTemplateOf('hello_world|en_US', {})),
		);
		expect(without).not.toHaveProperty('preview');
	});

	it('with Validate Only shows request and preview, and sends nothing', async () => {
		const options = { validateOnly: true, includePreview: true };
		const parameters = sendTemplateOf('spring_sale|en_US', spring, { options });
		const [json] = jsonOf(await run(emulator, people(1), parameters));
		expect(json).toMatchObject({
			status: 'valid',
			preview: expect.stringContaining('on Monday'),
			request: { type: 'template', template: { name: 'spring_sale' } },
		});
		expect(emulator.control.requests().every(({ method }) => method === 'GET')).toBe(true);
	});

	it('goes through the Marketing Messages API when asked', async () => {
		const options = { marketingMessages: true, productPolicy: 'STRICT', shareActivity: true };
		const parameters = sendTemplateOf('spring_sale|en_US', spring, { options });
		const [json] = jsonOf(await run(emulator, people(1), parameters));
		expect(json).toMatchObject({ status: 'accepted', category: 'marketing' });
		expect(emulator.control.sent()[0].body).toMatchObject({
			product_policy: 'STRICT',
			message_activity_sharing: true,
		});
		const [call] = emulator.control.requests().filter(({ method }) => method === 'POST');
		expect(call.path).toMatch(/\/marketing_messages$/);
	});

	it('keeps other templates away from the Marketing Messages API', async () => {
		const options = { marketingMessages: true };
		const parameters = sendTemplateOf('hello_world|en_US', {}, { options });
		const result = await run(emulator, people(1), parameters);
		expect(result.error?.message).toContain('hello_world is of the category utility');
	});
});
