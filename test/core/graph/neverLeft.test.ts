import { neverLeft, networkCode } from '../../../core/graph/neverLeft';

const coded = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more });
const wrapped = (cause: unknown) => Object.assign(new Error('wrapped'), { cause });

it.each([
	['a refused connection', coded('ECONNREFUSED'), true],
	['a refused connection, wrapped twice', wrapped(wrapped(coded('ECONNREFUSED'))), true],
	['every address refused', coded('ECONNREFUSED', { errors: [coded('ECONNREFUSED')] }), true],
	['an unknown host', coded('ENOTFOUND', { syscall: 'getaddrinfo' }), true],
	['a certificate of somebody else', coded('ERR_TLS_CERT_ALTNAME_INVALID'), true],
	['a connection that was never made', coded('ETIMEDOUT', { syscall: 'connect' }), true],
	['a call n8n refused to make', Object.assign(new Error('x'), { name: 'UserError' }), true],
	['an unreachable host', coded('EHOSTUNREACH', { syscall: 'connect' }), true],
	['a host that became unreachable', coded('EHOSTUNREACH', { syscall: 'read' }), false],
	[
		'a server that speaks no TLS',
		Object.assign(new Error('write EPROTO 00:error:0A00010B:SSL routines::wrong version number'), {
			code: 'EPROTO',
		}),
		true,
	],
	['TLS that breaks later', coded('EPROTO'), false],
	['a timeout', coded('ECONNABORTED'), false],
	['a timeout while reading', coded('ETIMEDOUT', { syscall: 'read' }), false],
	['a reset connection', coded('ECONNRESET'), false],
	['a broken pipe', coded('EPIPE'), false],
	['a stopped execution', coded('ERR_CANCELED'), false],
	['something nobody expected', new Error('x'), false],
	['nothing at all', undefined, false],
	['a text', 'ECONNREFUSED', false],
])('%s: never left is %s', (_name, error, expected) => {
	expect(neverLeft(error)).toBe(expected);
});

it('finds the code behind wrappers and in circles', () => {
	const circle: { cause?: unknown } = wrapped(undefined);
	circle.cause = circle;
	expect(networkCode(wrapped(coded('ECONNRESET')))).toBe('ECONNRESET');
	expect(networkCode(circle)).toBe('');
	expect(neverLeft(circle)).toBe(false);
});
