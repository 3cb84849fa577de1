import { countryOf } from '../../../core/ledger/callingCodes';

it.each([
	['49151', '', 'DE'],
	['12125550123', '', 'US'],
	['14165550123', '', 'CA'],
	['18095550123', '', 'DO'],
	['79111234567', '', 'RU'],
	['77011234567', '', 'KZ'],
	['5511987654321', '', 'BR'],
	['59991234567', '', 'CW'],
	['2348012345678', '', 'NG'],
	['', 'IN.1349', 'IN'],
	['49151', 'US.ENT.1', 'US'],
	['', '', ''],
	['000', '', ''],
	['', '15551234567', ''],
])('%s %s is in %s', (digits, userId, country) => expect(countryOf(digits, userId)).toBe(country));
