import fc from 'fast-check';

import { InputError } from '../../../core/input';
import { addressOf } from '../../../core/message/address';
import { contactKeyOf, normalisePhone, phoneVariants } from '../../../core/message/phone';

describe('a phone number', () => {
	it.each([
		['+1 (555) 010-1234', '15550101234', ''],
		['+1.555.010.1234', '15550101234', ''],
		['15550101234', '15550101234', ''],
		['0049 151 23456789', '4915123456789', ''],
		['+49 (0) 151 23456789', '4915123456789', 'The (0) was left out'],
		['0049 (0)151/23456789', '4915123456789', 'The (0) was left out'],
		['+39 06 1234567', '39061234567', ''],
		['whatsapp:+15550101234', '15550101234', ''],
		['tel:+1-555-010-1234', '15550101234', ''],
		[' \u202a+1 555\u00a0010\u20111234\u202c ', '15550101234', ''],
		['+٤٩ ١٥١ ٢٣٤٥٦٧٨٩', '4915123456789', ''],
		['＋４９１５１２３４５６７８９', '4915123456789', ''],
		['+९१ ९८७६५ ४३२१०', '919876543210', ''],
		['+55 11 8765-4321', '5511987654321', "Brazil's ninth digit was added"],
		['+55 11 98765-4321', '5511987654321', ''],
		['+55 11 3765-4321', '551137654321', ''],
		['+55 (011) 98765-4321', '5511987654321', 'The 0 after the country code was left out'],
		['+52 1 55 1234 5678', '525512345678', "Mexico's former mobile prefix 1 was left out"],
		['+52 55 1234 5678', '525512345678', ''],
		['+54 9 11 1234 5678', '5491112345678', ''],
		[
			'+54 11 1234 5678',
			'5491112345678',
			"Argentina's 9 for mobile numbers was added after the country code",
		],
		[
			'+54 11 15 1234 5678',
			'5491112345678',
			"Argentina's mobile prefix 15 was replaced by a 9 after the country code",
		],
		[
			'+54 0 351 15 123 4567',
			'5493511234567',
			"The 0 after the country code was left out; Argentina's mobile prefix 15 was replaced by a 9 after the country code",
		],
		[
			'+54 9 2966 15 123456',
			'5492966123456',
			"Argentina's mobile prefix 15 was replaced by a 9 after the country code",
		],
	])('%s becomes %s', (input, digits, changed) => {
		expect(normalisePhone(input)).toEqual({ digits, changed });
	});

	it.each([
		['', 'The phone number is empty.'],
		['0151 23456789', 'starts with a single 0, so its country is not known'],
		['+1 555', 'is too short: it has 4 digits'],
		['+1234567890123456', 'is too long: it has 16 digits'],
		['+1 555 CALL NOW', 'contains something other than digits'],
		['1.5e+14', 'contains something other than digits'],
		['john@example.com', 'contains something other than digits'],
		['+0 151 23456789', 'has a 0 where the country code should start'],
		['000491512345678', 'has a 0 where the country code should start'],
	])('%p is refused in words', (input, words) => {
		expect(() => normalisePhone(input)).toThrow(InputError);
		expect(() => normalisePhone(input)).toThrow(words);
	});

	it.each([
		['0151 23456789', '49', '4915123456789', 'The country code 49 was added'],
		['0151 23456789', '+49', '4915123456789', 'The country code +49 was added'],
		['06 1234567', '39', '39061234567', 'The country code 39 was added'],
		[
			'011 8765-4321',
			'55',
			'5511987654321',
			"The country code 55 was added; Brazil's ninth digit was added",
		],
		['+1 555 010 1234', '49', '15550101234', ''],
		['15550101234', '49', '15550101234', ''],
	])(
		'%s with the default country code %s becomes %s',
		(input, defaultCountryCode, digits, changed) => {
			expect(normalisePhone(input, { defaultCountryCode })).toEqual({ digits, changed });
		},
	);

	it('refuses a default country code that is none', () => {
		expect(() => normalisePhone('0151 234567', { defaultCountryCode: 'DE' })).toThrow(
			'"DE" is not a country calling code',
		);
	});

	it('stays as it is when normalised again', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[1-9]\d{6,13}$/), (input) => {
				const { digits } = normalisePhone(input);
				expect(normalisePhone(digits)).toEqual({ digits, changed: '' });
			}),
		);
	});

	it('gives digits or a sentence for any text whatever', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (input) => {
				try {
					expect(normalisePhone(input).digits).toMatch(/^[1-9]\d{6,14}$/);
				} catch (error) {
					expect(error).toBeInstanceOf(InputError);
				}
			}),
		);
	});
});

describe('spellings of one number', () => {
	it.each([
		['551187654321', ['5511987654321', '551187654321']],
		['5511987654321', ['5511987654321', '551187654321']],
		['551137654321', ['551137654321']],
		['5215512345678', ['525512345678', '5215512345678']],
		['5491112345678', ['5491112345678', '541112345678', '54111512345678']],
		['15550101234', ['15550101234']],
	])('%s is also %j', (digits, variants) => {
		expect(phoneVariants(digits)).toEqual(variants);
	});

	it('lead to the same person, whichever is given', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('55', '52', '54'),
				fc.stringMatching(/^[1-9]\d{8,11}$/),
				(cc, rest) => {
					const variants = phoneVariants(cc + rest);
					for (const variant of variants) expect(phoneVariants(variant)).toEqual(variants);
				},
			),
			{ numRuns: 2000 },
		);
	});
});

describe('the key of a person', () => {
	it.each([
		[{ user_id: 'US.13491208655302741918', phone: '15550101234' }, 'US.13491208655302741918'],
		[{ phone: '+55 11 8765 4321' }, '5511987654321'],
		[{ phone: '5511987654321' }, '5511987654321'],
		[{}, ''],
	])('of %j is %s', (person, key) => expect(contactKeyOf(person)).toBe(key));
});

describe('an address', () => {
	it('is a number with a plus sign, because Meta puts its own country code before one without', () => {
		expect(addressOf('0049 151 23456789')).toEqual({
			wire: { to: '+4915123456789' },
			shown: '4915123456789',
			changed: '',
			contact_key: '4915123456789',
		});
	});

	it.each(['US.13491208655302741918', 'DE.ENT.11815799212886844830', 'US.5'])(
		'is the business-scoped user ID %s',
		(id) => {
			expect(addressOf(` ${id} `)).toMatchObject({ wire: { recipient: id }, contact_key: id });
		},
	);

	it('is asked for when empty', () => {
		expect(() => addressOf('  ')).toThrow('The recipient is empty');
	});
});
