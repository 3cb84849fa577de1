import { InputError } from '../../../core/input';
import { buildComponents } from '../../../core/template/components';
import { templateDefinitionSchema } from '../../../core/template/definition';
import { matchingValues, type TemplateValues } from '../../../core/template/values';
import {
	carousel,
	coupon,
	directions,
	invoice,
	orderUpdate,
	reminder,
	signIn,
	springSale,
} from './definitions';

const complete = {
	'header.image': 'https://shop.example/a.jpg',
	'body.first_name': 'Anna',
	'body.day': 'Monday',
	'button.0.url': 'spring?to=Größe & co',
	'button.1.payload': 'STOP',
};

describe('the components of a send', () => {
	it('hold header media, named variables, the encoded ending of a link and a payload', () => {
		expect(buildComponents(springSale, complete)).toEqual([
			{
				type: 'header',
				parameters: [{ type: 'image', image: { link: 'https://shop.example/a.jpg' } }],
			},
			{
				type: 'body',
				parameters: [
					{ type: 'text', parameter_name: 'first_name', text: 'Anna' },
					{ type: 'text', parameter_name: 'day', text: 'Monday' },
				],
			},
			{
				type: 'button',
				sub_type: 'url',
				index: '0',
				parameters: [{ type: 'text', text: 'spring?to=Gr%C3%B6%C3%9Fe%20&%20co' }],
			},
			{
				type: 'button',
				sub_type: 'quick_reply',
				index: '1',
				parameters: [{ type: 'payload', payload: 'STOP' }],
			},
		]);
	});

	it('leave out what is optional and empty', () => {
		const components = buildComponents(springSale, { ...complete, 'button.1.payload': '' });
		expect(components.map(({ sub_type, type }) => sub_type ?? type)).toEqual([
			'header',
			'body',
			'url',
		]);
	});

	it('put positional values in the order of their numbers', () => {
		expect(buildComponents(orderUpdate, { 'body.2': 17, 'body.1': 'Anna' })).toEqual([
			{
				type: 'body',
				parameters: [
					{ type: 'text', text: 'Anna' },
					{ type: 'text', text: '17' },
				],
			},
		]);
	});

	it('take a bare name where it is clear', () => {
		expect(buildComponents(reminder, { day: 'Montag', name: 'Anna' })).toEqual([
			{ type: 'header', parameters: [{ type: 'text', parameter_name: 'day', text: 'Montag' }] },
			{ type: 'body', parameters: [{ type: 'text', parameter_name: 'name', text: 'Anna' }] },
		]);
	});

	it('carry an uploaded document with its name', () => {
		const values = { 'header.document': '123456789', 'header.filename': 'May.pdf' };
		expect(buildComponents(invoice, values)).toEqual([
			{
				type: 'header',
				parameters: [{ type: 'document', document: { id: '123456789', filename: 'May.pdf' } }],
			},
		]);
	});

	it('carry a location as text', () => {
		const values = {
			'header.latitude': 52.5163,
			'header.longitude': '13.3777',
			'header.name': 'Brandenburger Tor',
			'header.address': 'Pariser Platz',
		};
		expect(buildComponents(directions, values)[0].parameters[0]).toEqual({
			type: 'location',
			location: {
				latitude: '52.5163',
				longitude: '13.3777',
				name: 'Brandenburger Tor',
				address: 'Pariser Platz',
			},
		});
	});

	it('carry a coupon, and the flow token Meta takes by default', () => {
		expect(buildComponents(coupon, { 'button.0.coupon': 'SPRING25' })).toEqual([
			{
				type: 'button',
				sub_type: 'copy_code',
				index: '0',
				parameters: [{ type: 'coupon_code', coupon_code: 'SPRING25' }],
			},
			{
				type: 'button',
				sub_type: 'flow',
				index: '1',
				parameters: [{ type: 'action', action: { flow_token: 'unused' } }],
			},
		]);
	});

	it.each(['URL', 'OTP'] as const)('put a one-time code into text and button (%s)', (type) => {
		const parameters = [{ type: 'text', text: '482913' }];
		expect(buildComponents(signIn(type), { 'otp.code': 482913 })).toEqual([
			{ type: 'body', parameters },
			{ type: 'button', sub_type: 'url', index: '0', parameters },
		]);
	});

	it('pass on currencies and dates as they are', () => {
		const price = {
			type: 'currency' as const,
			currency: { fallback_value: '$9', code: 'USD', amount_1000: 9000 },
		};
		expect(
			buildComponents(orderUpdate, { 'body.1': 'Anna', 'body.2': price })[0].parameters[1],
		).toEqual(price);
	});

	it('take the ending from a whole address that was pasted', () => {
		const components = buildComponents(springSale, {
			...complete,
			'button.0.url': 'https://shop.example/spring%20sale',
		});
		expect(components[2].parameters).toEqual([{ type: 'text', text: 'spring%20sale' }]);
	});

	it('are empty for a template without variables', () => {
		const plain = {
			name: 'hello_world',
			language: 'en_US',
			components: [{ type: 'BODY', text: 'Hello' }],
		};
		expect(buildComponents(templateDefinitionSchema.parse(plain), {})).toEqual([]);
	});
});

describe('a send is refused before the call', () => {
	const long = 'x'.repeat(1000);
	it.each<[string, TemplateValues, string]>([
		[
			'naming all that is missing',
			{ 'header.image': '123', 'button.0.url': 'a' },
			'The template spring_sale (en_US) also needs a value for "Body · first_name — Hi {{first_name}}, our spring sale…", "Body · day —',
		],
		[
			'naming what the template has no place for',
			{ ...complete, 'body.last_name': 'X' },
			'has no variable "body.last_name". It has "header.image", "body.first_name"',
		],
		[
			'a line break',
			{ ...complete, 'body.day': 'Mon\nday' },
			'contains a line break, which WhatsApp does not allow',
		],
		['a tab', { ...complete, 'body.day': 'Mon\tday' }, 'contains a tab'],
		['five spaces', { ...complete, 'body.day': 'Mon     day' }, 'more than four spaces in a row'],
		[
			'no media',
			{ ...complete, 'header.image': 'C:\\a.jpg' },
			'neither a public link that starts with https://',
		],
		['a list', { ...complete, 'body.day': ['Mon'] as never }, 'is a list or an object'],
		[
			'too long once filled in',
			{ ...complete, 'body.day': long },
			'The body with its variables filled in of this template has 1,0',
		],
		[
			'a payload',
			{ ...complete, 'button.1.payload': 'x'.repeat(129) },
			'has 129 characters; WhatsApp allows 128',
		],
		['a link', { ...complete, 'button.0.url': 'x'.repeat(1990) }, 'WhatsApp allows 2,000'],
		['half a character', { ...complete, 'button.0.url': '\ud83d' }, 'contains half of a character'],
	])('%s', (_name, values, words) => {
		expect(() => buildComponents(springSale, values)).toThrow(InputError);
		expect(() => buildComponents(springSale, values)).toThrow(words);
	});

	it('for a code, a coupon and a place that cannot be', () => {
		expect(() => buildComponents(signIn('URL'), { 'otp.code': 'x'.repeat(16) })).toThrow(
			'WhatsApp allows 15',
		);
		expect(() => buildComponents(coupon, { 'button.0.coupon': 'x'.repeat(21) })).toThrow(
			'WhatsApp allows 20',
		);
		const values = { latitude: '52,5', longitude: 13, name: 'Tor', address: 'Platz' };
		expect(() => buildComponents(directions, values)).toThrow('"52,5"');
	});

	it('for a template with parts we cannot fill in', () => {
		expect(() => buildComponents(carousel, {})).toThrow(
			'contains a carousel, which this operation cannot fill in',
		);
	});

	it('but four spaces and a filename with any are fine', () => {
		expect(buildComponents(springSale, { ...complete, 'body.day': 'a    b' })).toHaveLength(4);
	});
});

it('values are picked from an input item by ID or by bare name', () => {
	const item = { first_name: 'Anna', 'body.day': 'Monday', phone: '1', image: '123', url: 'a' };
	expect(matchingValues(springSale, item)).toEqual({
		'header.image': '123',
		'body.first_name': 'Anna',
		'body.day': 'Monday',
		'button.0.url': 'a',
		'button.1.payload': undefined,
	});
});
