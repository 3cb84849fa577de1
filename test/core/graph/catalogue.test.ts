import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, explain, explainRefusal } from '../../../core/graph/catalogue';
import { GraphError } from '../../../core/graph/error';
import { corpus, hasCorpus } from '../../support/corpus';

const REFERENCE = join(__dirname, '../../../../shared/reference/cloud-api.md');
const withReference = existsSync(REFERENCE) ? it : it.skip;
const withCorpus = hasCorpus ? it : it.skip;

/** The codes in the first column of the reference's table 9.3, lists and ranges spelt out. */
function documented(): number[] {
	const page = readFileSync(REFERENCE, 'utf8');
	const table = page.slice(page.indexOf('### 9.3'), page.indexOf('### 9.4'));
	const cells = [...table.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell]) => cell.trim());
	return cells
		.filter((cell) => /^\d/.test(cell) && !cell.includes('etc.'))
		.flatMap((cell) => cell.replace('(HTTP)', '').split(/[,/]/))
		.flatMap((part) => {
			const [from, to = from] = part.split('–').map((text) => Number(text.trim()));
			return Array.from({ length: to - from + 1 }, (_, i) => from + i);
		});
}

withReference('every documented code is known', () => {
	const codes = documented();
	expect(codes.length).toBeGreaterThan(200);
	const missing = codes.filter((code) => explain(code).bucket === 'Unknown');
	expect(missing).toEqual([]);
	// 200 to 299 are a family; all others stand in the table by themselves.
	expect(codes.filter((code) => !(code >= 200 && code <= 299) && !catalogue[code])).toEqual([]);
});

withCorpus('every refusal in the collection gets a class', () => {
	interface Line {
		http: number;
		body: { error: { code: number } };
	}
	const lines = corpus<Line>('errors');
	expect(lines.length).toBeGreaterThan(200);
	const open = lines
		.map(({ http, body }) => new GraphError(http, body))
		.filter(({ action }) => action === 'unknown')
		.map(({ code, subcode }) => `${code}/${subcode}`);
	// Codes made up by examples in Meta's OpenAPI file: HTTP statuses with running numbers as subcodes.
	expect([...new Set(open)].sort()).toEqual(['400/1234567', '400/1234568', '403/1234569']);
});

it.each(Object.entries(catalogue))(
	'the texts of %s are sentences a builder can read',
	(_code, entry) => {
		for (const sentence of [entry.meaning, entry.nextStep]) {
			expect(sentence).toMatch(/^[A-Z].{8,}[.)]$/);
			expect(sentence).not.toMatch(/\b(error|problem|failure|failed|payload|param)\b/i);
		}
	},
);

it.each([
	[190, 'fixAccount'],
	[131026, 'skipRecipient'],
	[131047, 'skipRecipient'],
	[131049, 'tryLater'],
	[131050, 'skipRecipient'],
	[131042, 'fixAccount'],
	[131048, 'fixAccount'],
	[132001, 'fixTemplate'],
	[132015, 'tryLater'],
	[131009, 'fixRequest'],
	[130429, 'slowDown'],
	[131056, 'slowDown'],
	[131000, 'retry'],
	[429, 'slowDown'],
	[200, 'fixAccount'],
	[299, 'fixAccount'],
	[199, 'unknown'],
	[300, 'unknown'],
])('%s asks for %s', (code, action) => {
	expect(explain(code).action).toBe(action);
	expect(explain(`${code}`).action).toBe(action);
});

it.each(['', 'abc', 'constructor', '__proto__', NaN, Infinity, -1])(
	'the unheard-of code %p has an entry too',
	(code) => {
		expect(explain(code)).toMatchObject({ action: 'unknown', bucket: 'Unknown' });
	},
);

it.each([
	[
		'190/463 has expired',
		{ code: 190, subcode: 463 },
		{ meaning: 'The access token has expired.' },
	],
	['100/33 is about the ID', { code: 100, subcode: 33 }, catalogue[33]],
	['100/2388293 is about the template', { code: 100, subcode: 2388293 }, catalogue[2388293]],
	['136024/2388091 is told by its subcode', { code: 136024, subcode: 2388091 }, catalogue[2388091]],
	['4/2446079 stays with its code', { code: 4, subcode: 2446079 }, catalogue[4]],
	['200/10 is not code 10', { code: 200, subcode: 10 }, explain(200)],
	[
		'an unknown transient code is repeated',
		{ code: 999999, isTransient: true },
		{ action: 'retry' },
	],
	[
		'an unknown code with a 5xx is repeated',
		{ code: 999999, httpStatus: 503 },
		{ action: 'retry' },
	],
	[
		'an unknown code with a 429 slows down',
		{ code: 999999, httpStatus: 429 },
		{ action: 'slowDown' },
	],
	['an unknown code stays unknown', { code: 999999 }, { action: 'unknown' }],
	[
		'a known code is not overruled',
		{ code: 190, httpStatus: 500, isTransient: true },
		{ action: 'fixAccount' },
	],
])('%s', (_name, refusal, expected) => {
	expect(explainRefusal({ httpStatus: 400, isTransient: false, ...refusal })).toMatchObject(
		expected,
	);
});
