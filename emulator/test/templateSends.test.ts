import { PERSON, setTheStage, type Stage, template } from './support/stage';

let stage: Stage;
beforeAll(async () => {
	stage = await setTheStage();
});
afterAll(async () => await stage.close());

const words = (...values: string[]) => ({
	type: 'body',
	parameters: values.map((text) => ({ type: 'text', text })),
});
const named = (values: Record<string, string>) =>
	Object.entries(values).map(([parameter_name, text]) => ({ type: 'text', parameter_name, text }));
const image = {
	type: 'header',
	parameters: [{ type: 'image', image: { link: 'https://example.com/a.jpg' } }],
};
const body = { type: 'body', parameters: named({ first_name: 'Jo', day: 'Monday' }) };
const url = (text = 'jo') => ({
	type: 'button',
	sub_type: 'url',
	index: '0',
	parameters: [{ type: 'text', text }],
});
const quick = (index: number) => ({
	type: 'button',
	sub_type: 'quick_reply',
	index,
	parameters: [{ type: 'payload', payload: 'P' }],
});
const document = {
	type: 'document',
	document: { link: 'https://example.com/a.pdf', filename: 'a.pdf' },
};
const place = { latitude: '1', longitude: '2', name: 'Shop', address: 'Street 1' };
/** A card whose URL button is the second one, as the template has it. */
const card = (card_index: number) => ({
	card_index,
	components: [image, { ...url('1'), index: '1' }],
});
const arrivals = (...cards: unknown[]) => [words('Jo'), { type: 'carousel', cards }];

it.each<[string, string, unknown[] | undefined]>([
	['no variables', 'hello_world', undefined],
	['an empty list', 'hello_world', []],
	['positional variables', 'order_update', [words('Jo', 'A-1')]],
	['a payload', 'order_update', [words('Jo', 'A-1'), quick(0)]],
	[
		'everything at once, in another order and case',
		'spring_sale',
		[quick(1), url(), { ...body, type: 'BODY' }, image],
	],
	[
		'named variables in any order',
		'spring_sale',
		[image, { ...body, parameters: [...body.parameters].reverse() }, url()],
	],
	[
		'a named header',
		'appointment_reminder',
		[
			{ type: 'header', parameters: named({ first_name: 'Jo' }) },
			{ type: 'body', parameters: named({ date: '1 May', time: '10:00' }) },
		],
	],
	['a document', 'invoice_ready', [{ type: 'header', parameters: [document] }, words('Jo', 'R-1')]],
	[
		'a place',
		'shop_location',
		[{ type: 'header', parameters: [{ type: 'location', location: place }] }, words('Jo')],
	],
	['a one-time code', 'login_code', [words('123456'), url('123456')]],
	[
		'a coupon',
		'coupon',
		[
			words('SAVE', 'Sunday'),
			{
				type: 'button',
				sub_type: 'copy_code',
				index: 0,
				parameters: [{ type: 'coupon_code', coupon_code: 'SAVE' }],
			},
		],
	],
	['a carousel', 'new_arrivals', arrivals(card(0), card(1))],
])('takes a template with %s', async (_label, name, components) => {
	const answer = await stage.send(template(name, PERSON, components));
	expect(answer.body.error).toBeUndefined();
	expect(answer.body.messages).toMatchObject([{ message_status: 'accepted' }]);
});

it.each<[string, number, string, unknown[] | undefined, RegExp]>([
	['a name nobody has', 132001, 'no_such_template', undefined, /no_such_template.*en_US/],
	['a template in review', 132001, 'summer_preview', undefined, /does not exist/],
	['a rejected template', 132001, 'free_money', undefined, /does not exist/],
	['a paused template', 132015, 'weekly_deals', [words('20 %')], /paused/],
	['a disabled template', 132016, 'old_newsletter', undefined, /disabled/],
	['too few variables', 132000, 'order_update', [words('Jo')], /\(1\).*\(2\)/],
	['too many variables', 132000, 'order_update', [words('Jo', 'A', 'B')], /\(3\).*\(2\)/],
	['variables where there are none', 132000, 'hello_world', [words('Jo')], /\(1\).*\(0\)/],
	['no variables at all', 132000, 'order_update', undefined, /\(0\).*\(2\)/],
	['no header media', 132012, 'spring_sale', [body, url()], /expected IMAGE, received UNKNOWN/],
	[
		'other header media',
		132012,
		'spring_sale',
		[{ type: 'header', parameters: [document] }, body, url()],
		/expected IMAGE, received DOCUMENT/,
	],
	[
		'media where the header is a text',
		132012,
		'appointment_reminder',
		[image, body],
		/expected TEXT, received IMAGE/,
	],
	[
		'variables without names',
		132012,
		'spring_sale',
		[image, words('Jo', 'Monday'), url()],
		/name is missing/,
	],
	[
		'a wrong name',
		132012,
		'spring_sale',
		[image, { type: 'body', parameters: named({ first_name: 'Jo', date: 'x' }) }, url()],
		/'day'/,
	],
	[
		'a picture as body variable',
		132012,
		'order_update',
		[{ type: 'body', parameters: [...words('Jo').parameters, image.parameters[0]] }],
		/expected TEXT/,
	],
	['an empty variable', 131008, 'order_update', [words('Jo', '')], /missing text value/],
	['a new line in a variable', 132018, 'order_update', [words('Jo', 'a\nb')], /new-line/],
	[
		'five spaces in a variable',
		132018,
		'order_update',
		[words('Jo', 'a     b')],
		/4 consecutive spaces/,
	],
	[
		'a variable that makes the text too long',
		132005,
		'order_update',
		[words('Jo', 'x'.repeat(1000))],
		/too long/,
	],
	['no value for the button', 131008, 'spring_sale', [image, body], /index 0 of type Url requires/],
	[
		'a button that is not there',
		132012,
		'order_update',
		[words('Jo', 'A'), quick(3)],
		/not in the template/,
	],
	[
		'a button of another kind',
		132012,
		'spring_sale',
		[image, body, url(), quick(0)],
		/of type URL, received QUICK_REPLY/,
	],
	['too few cards', 132000, 'new_arrivals', arrivals(card(0)), /number of cards \(1\)/],
	[
		'a card without its button value',
		131008,
		'new_arrivals',
		arrivals(card(0), { card_index: 1, components: [image] }),
		/requires/,
	],
])('refuses %s with %i', async (_label, code, name, components, details) => {
	const { status, body: answer } = await stage.send(template(name, PERSON, components));
	expect(answer.error).toMatchObject({
		code,
		type: 'OAuthException',
		message: expect.stringMatching(new RegExp(`^\\(#${code}\\) `)),
		error_data: { messaging_product: 'whatsapp', details: expect.stringMatching(details) },
		fbtrace_id: expect.any(String),
	});
	expect(status).toBe(code === 132001 ? 404 : 400);
});

it('knows a template by its exact language', async () => {
	const german = { ...template('spring_sale', PERSON, [image, body, url()]) };
	german.template.language.code = 'de';
	expect((await stage.send(german)).status).toBe(200);
	german.template.language.code = 'de_DE';
	expect((await stage.send(german)).body.error).toMatchObject({ code: 132001 });
});
