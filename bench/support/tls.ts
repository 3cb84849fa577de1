import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../scripts/runtime/problem';

export interface Certificate {
	/** A file with the authority that signed it, for NODE_EXTRA_CA_CERTS. */
	caFile: string;
	key: Buffer;
	cert: Buffer;
}

/** Makes an authority of our own and lets it certify one host, both for a day. Trusted by nobody who is not told to. */
export function certify(host: string, folder: string): Certificate {
	mkdirSync(folder, { recursive: true });
	const path = (name: string) => join(folder, name);
	writeFileSync(path('extensions'), `subjectAltName=DNS:${host}\n`);
	const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
	openssl([
		...['req', '-x509', ...ec, '-days', '1', '-subj', '/CN=Benchmark authority'],
		...['-keyout', path('ca.key'), '-out', path('ca.pem')],
	]);
	openssl([
		...['req', ...ec, '-subj', `/CN=${host}`],
		...['-keyout', path('host.key'), '-out', path('host.csr')],
	]);
	openssl([
		...['x509', '-req', '-days', '1', '-in', path('host.csr'), '-extfile', path('extensions')],
		...['-CA', path('ca.pem'), '-CAkey', path('ca.key'), '-CAcreateserial'],
		...['-out', path('host.pem')],
	]);
	return {
		caFile: path('ca.pem'),
		key: readFileSync(path('host.key')),
		cert: readFileSync(path('host.pem')),
	};
}

function openssl(args: string[]): void {
	try {
		execFileSync('openssl', args, { stdio: 'ignore' });
	} catch {
		throw new Problem(
			'A certificate for the comparison could not be made.',
			'Install openssl (Debian: apt-get install openssl), then run the same command again.',
		);
	}
}
