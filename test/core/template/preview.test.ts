import { renderPreview } from '../../../core/template/preview';
import { directions, reminder, signIn, springSale } from './definitions';

it.each([
	[
		springSale,
		{ 'body.first_name': 'Anna', 'body.day': 'Monday' },
		'[image]\n\nHi Anna, our spring sale starts Monday. Come and see what is new!\n\nNot interested? Tap below.\n\n[View offer]\n[Stop promotions]\n[Call]',
	],
	[reminder, { 'header.day': 'Montag' }, 'Termin am Montag\n\nBis bald, {{name}}!'],
	[directions, { 'header.name': 'Tor' }, '[Tor]\n\nWe are here.'],
	[signIn('OTP'), { 'otp.code': 123456 }, '*123456* is your verification code.\n\n[Copy code]'],
])('a preview shows the message as it will be read', (definition, values, text) => {
	expect(renderPreview(definition, values)).toBe(text);
});
