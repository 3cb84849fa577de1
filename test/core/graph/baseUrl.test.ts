import { checkBaseUrl, checkVersion, joinUrl } from '../../../core/graph/baseUrl';
import { InputError } from '../../../core/input';

it.each([
	['https://graph.facebook.com', 'https://graph.facebook.com/v25.0/1'],
	['https://graph.facebook.com/', 'https://graph.facebook.com/v25.0/1'],
	[' https://graph.facebook.com// ', 'https://graph.facebook.com/v25.0/1'],
	['https://proxy.example/meta/', 'https://proxy.example/meta/v25.0/1'],
	['http://127.0.0.1:8480', 'http://127.0.0.1:8480/v25.0/1'],
	['http://localhost:8480/', 'http://localhost:8480/v25.0/1'],
	['http://emulator.localhost', 'http://emulator.localhost/v25.0/1'],
	['http://[::1]:8480', 'http://[::1]:8480/v25.0/1'],
])('%p calls %s', (input, expected) => {
	expect(joinUrl(checkBaseUrl(input), '/v25.0/1')).toBe(expected);
});

it.each([
	'http://graph.facebook.com',
	'http://192.168.1.5:8480',
	'http://localhost.example.com',
	'http://127.0.0.1.example.com',
	'http://0.0.0.0',
	'ftp://localhost',
	'graph.facebook.com',
	'',
	'https://user:word@graph.facebook.com',
	'https://user@graph.facebook.com',
	'https://:word@graph.facebook.com',
	'https://graph.facebook.com?access_token=1',
	'https://graph.facebook.com#x',
])('%p is refused in words', (input) => {
	expect(() => checkBaseUrl(input)).toThrow(InputError);
	expect(() => checkBaseUrl(input)).toThrow(/Base URL/);
});

it.each(['v25.0', ' v26.0 ', 'v9.1'])('%p is a version', (version) => {
	expect(checkVersion(version)).toBe(version.trim());
});

it.each(['', '25.0', 'v25', 'v25.0/1', '../v25.0', 'latest'])('%p is not a version', (version) => {
	expect(() => checkVersion(version)).toThrow(InputError);
});
