import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const TRIGGER = 'nodes/WhatsAppCloudTrigger';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const page = read('docs/troubleshooting-webhooks.md');

const found = (file: string, pattern: RegExp) =>
	[...read(file).matchAll(pattern)].map(([, words]) => words);

/** The beginning of a sentence, up to what is filled in. */
const beginning = (sentence: string) => sentence.split(/\$\{|\. /)[0].trim();

const registration = readdirSync(join(ROOT, TRIGGER, 'registration')).map(
	(file) => `${TRIGGER}/registration/${file}`,
);

it.each([
	...found('core/webhook/open.ts', /refuse\(40\d, '([^']+)'\)/g),
	...found(`${TRIGGER}/handshake.ts`, /refuse\(40\d, '([^']+)'\)/g),
	...found(`${TRIGGER}/webhook.ts`, /turnAway\(context, state, 40\d, '([^']+)'\)/g),
	...found(`${TRIGGER}/webhook.ts`, /NO_CREDENTIAL = '([^']+)'/g),
	...found(`${TRIGGER}/webhook.ts`, /holdBack\('([^']+)'\)/g),
	...found(`${TRIGGER}/filter.ts`, /type Unwanted = (.+);/g).flatMap((union) =>
		[...union.matchAll(/'([^']+)'/g)].map(([, reason]) => reason),
	),
])('the guide explains the reason "%s"', (reason) => expect(page).toContain(reason));

it.each(
	registration.flatMap((file) =>
		found(file, /new Refusal\(\s*[`']([^`']+)[`']/g)
			.map((sentence) => beginning(sentence))
			.filter(Boolean),
	),
)('the guide explains the sentence "%s"', (sentence) => {
	const words = sentence.replace(/^The credential has /, '').replace(/\.$/, '');
	expect(page).toContain(words.slice(0, 34));
});

it('finds the sentences in the code', () => {
	expect(registration.flatMap((file) => found(file, /(new Refusal\()/g)).length).toBeGreaterThan(8);
});
