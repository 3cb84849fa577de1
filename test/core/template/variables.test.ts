import { templateDefinitionSchema } from '../../../core/template/definition';
import { wordsAround } from '../../../core/template/placeholders';
import { formatReference, parseReference } from '../../../core/template/reference';
import { templateVariables } from '../../../core/template/variables';
import {
	coupon,
	directions,
	invoice,
	orderUpdate,
	reminder,
	signIn,
	springSale,
} from './definitions';

it('describes every variable with the words around it', () => {
	expect(templateVariables(springSale)).toEqual([
		{
			id: 'header.image',
			component: 'header',
			name: 'image',
			label: 'Header · image — public link (https://…) or media ID',
			example: '',
			required: true,
			kind: 'image',
		},
		{
			id: 'body.first_name',
			component: 'body',
			name: 'first_name',
			label: 'Body · first_name — Hi {{first_name}}, our spring sale…',
			example: 'Anna',
			required: true,
			kind: 'text',
		},
		{
			id: 'body.day',
			component: 'body',
			name: 'day',
			label: 'Body · day — …our spring sale starts {{day}}. Come and see what is…',
			example: 'Monday',
			required: true,
			kind: 'text',
		},
		{
			id: 'button.0.url',
			component: 'button',
			name: 'url',
			label: 'Button "View offer" · url — ending of https://shop.example/{{1}}',
			example: 'https://shop.example/spring',
			required: true,
			kind: 'url',
			index: 0,
		},
		{
			id: 'button.1.payload',
			component: 'button',
			name: 'payload',
			label: 'Button "Stop promotions" · payload — comes back when it is tapped (optional)',
			example: '',
			required: false,
			kind: 'payload',
			index: 1,
		},
	]);
});

it.each([
	['positional, each once, by number', orderUpdate, ['body.1:Anna', 'body.2:A1']],
	['header text', reminder, ['header.day:Montag', 'body.name:']],
	['document and its name', invoice, ['header.document:', 'header.filename:']],
	[
		'location',
		directions,
		['header.latitude:', 'header.longitude:', 'header.name:', 'header.address:'],
	],
	['coupon and flow', coupon, ['button.0.coupon:SPRING25', 'button.1.flow_token:']],
	['one code for an authentication template', signIn('URL'), ['otp.code:123456']],
])('finds variables: %s', (_name, definition, expected) => {
	expect(templateVariables(definition).map(({ id, example }) => `${id}:${example}`)).toEqual(
		expected,
	);
});

it('reads a template whose examples have a shape nobody knows', () => {
	const definition = templateDefinitionSchema.parse({
		name: 'odd',
		language: 'en',
		components: [{ type: 'BODY', text: 'Hi {{1}}', example: { body_text: 'Anna' }, new_field: 1 }],
	});
	expect(templateVariables(definition)[0]).toMatchObject({ id: 'body.1', example: '' });
});

it('keeps labels short and whole-worded', () => {
	const text = `Line one\nwith   many words before {{x}} and a great many words that follow after it`;
	expect(wordsAround(text, 'x')).toBe('…with many words before {{x}} and a great many words…');
});

it.each([
	['spring_sale|en_US', { name: 'spring_sale', language: 'en_US' }],
	[' spring_sale | en ', { name: 'spring_sale', language: 'en' }],
	['spring_sale (pt_BR) · marketing', { name: 'spring_sale', language: 'pt_BR' }],
])('reads the reference %s', (text, reference) => {
	expect(parseReference(text)).toEqual(reference);
	expect(parseReference(formatReference(reference))).toEqual(reference);
});

it.each([
	['', 'No template is chosen.'],
	['spring_sale', '"spring_sale" does not name a template.'],
	['Spring Sale|en', 'such as spring_sale|en_US'],
])('refuses the reference %j', (text, words) => {
	expect(() => parseReference(text)).toThrow(words);
});
