import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedDocs } from '../../scripts/docs';

it.each(Object.entries(generatedDocs()))('%s is what `npm run docs` writes', (file, text) => {
	expect(readFileSync(join(__dirname, '..', '..', file), 'utf8')).toBe(text);
});
