import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { packPackage } from './runtime/package';
import { ROOT } from './runtime/paths';
import { explainProblem } from './runtime/problem';

interface Scanner {
	SOURCE_FILE_PATTERNS: string[];
	analyzePackage: (
		folder: string,
		patterns: string[],
	) => Promise<{ passed: boolean; message?: string; details?: string }>;
}

/**
 * Both halves of n8n's community scanner that can run before publishing: our sources, and every script of the packed
 * tarball. Comments that switch rules off do not count, as in the real scan.
 */
async function scan(): Promise<void> {
	// A plain import() would be compiled to require(), which cannot load the scanner's ES module.
	const load = new Function('name', 'return import(name)') as (name: string) => Promise<Scanner>;
	const { analyzePackage, SOURCE_FILE_PATTERNS } = await load(
		'@n8n/scan-community-package/scanner/scanner.mjs',
	);
	const unpacked = await packPackage();
	const legs = [
		['sources', ROOT, SOURCE_FILE_PATTERNS],
		['packed tarball', unpacked, ['**/*.js', 'package.json']],
	] as const;
	for (const [name, folder, patterns] of legs) {
		const { passed, message, details } = await analyzePackage(folder, [...patterns]);
		console.log(`n8n community scan of the ${name}: ${passed ? '0 errors' : message}`);
		if (!passed) {
			console.log(details);
			process.exitCode = 1;
		}
	}
	rmSync(dirname(unpacked), { recursive: true, force: true });
}

scan().catch((error: unknown) => {
	console.error(explainProblem(error));
	process.exitCode = 1;
});
