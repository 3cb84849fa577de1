import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '..', '..', '..', 'shared', 'corpus');

/** True where the third-party payload collection lies beside the project; its tests say so when it does not. */
export const hasCorpus = existsSync(FOLDER);

/** Reads one JSON-lines file of the collection. */
export function corpus<T>(file: string): T[] {
	return readFileSync(join(FOLDER, `${file}.jsonl`), 'utf8')
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as T);
}

/** Reads one JSON file of the collection. */
export function corpusJson<T>(file: string): T {
	return JSON.parse(readFileSync(join(FOLDER, `${file}.json`), 'utf8')) as T;
}
