import Ajv2020 from 'ajv/dist/2020';
import { corpus, corpusJson, hasCorpus } from '../../test/support/corpus';
import { GraphFailure } from '../graph/error';
import { checkMessage } from '../graph/message/check';
import { adapt, type SendCase } from './support/adapt';
import { mutationsOf } from './support/mutate';

interface SchemaFile {
	map: Record<string, string>;
	components: object;
}

/** What the schema (made from Meta's OpenAPI file) refuses and we take. */
const WE_TAKE: Array<{ why: string; where: RegExp }> = [
	{ why: 'Graph reads enums in any case; other clients send BUTTON', where: /BUTTON/ },
	{ why: 'a missing type means text', where: /^text: type is (removed|null)/ },
];

/** What the schema leaves open and we refuse. */
const WE_REFUSE: Array<{ why: string; where: RegExp }> = [
	{
		why: 'the schema has no rules for the parameters of a template; the guides have',
		where: /^template: template\.components\.#\.(parameters|index|sub_type)/,
	},
	{
		why: 'a component is a part with parameters, no other keys',
		where: /^template: template\.components\.# has/,
	},
	{
		why: 'a template has a name and a language code',
		where: /^template: template\.(name|language)/,
	},
	{
		why: 'the schema leaves the action of most interactive types open; the guides give their fields and limits',
		where: /^interactive: interactive\.action/,
	},
	{
		why: 'a header has the object its type names, and only types that allow one',
		where: /^interactive: interactive\.header/,
	},
	{
		why: 'body and footer are {text} with a text, and are needed where the guides say so',
		where: /^interactive: interactive(\.body|\.footer| has)/,
	},
	{ why: 'a card needs formatted_name and one more part', where: /^contacts: contacts\.#/ },
	{ why: 'a context without a message ID quotes nothing', where: /: context/ },
	{ why: 'nobody is addressed by an empty text', where: /: (to|recipient) is an empty text/ },
	{ why: 'an ID or a link is not empty, a link is a URL', where: /\.(id|link|message_id) is/ },
	{ why: 'a file name has an end', where: /\.filename is a long text/ },
	{ why: 'coordinates are numbers on the globe', where: /\.(latitude|longitude) is/ },
];

const describeCorpus = hasCorpus ? describe : describe.skip;

describeCorpus('type-level validity (skipped without the shared collection)', () => {
	const ajv = new Ajv2020({ strict: false, validateFormats: false });
	const file = hasCorpus ? corpusJson<SchemaFile>('message-schema') : { map: {}, components: {} };
	ajv.addSchema({ $id: 'meta', components: file.components });
	const validators = new Map(
		Object.entries(file.map).map(([type, name]) => [
			type,
			ajv.compile({ $ref: `meta#/components/schemas/${name}` }),
		]),
	);
	const schemaTakes = (body: Record<string, unknown>) =>
		validators.get(String(body.type))?.(body) ?? false;

	it('agrees with the schema on thousands of damaged bodies, but for the differences listed here', () => {
		const unexplained: string[] = [];
		const used = new Set<string>();
		let count = 0;
		let bothRefuse = 0;
		for (const { body, clean } of corpus<SendCase>('sends')) {
			const sane = adapt(body, { media: '1', message: 'wamid.x' });
			const type = String(sane.type);
			if (!clean || !validators.has(type) || !weTake(sane)) continue;
			for (const [name, damaged] of mutationsOf(sane)) {
				count++;
				const [theirs, ours] = [schemaTakes(damaged), weTake(damaged)];
				if (!theirs && !ours) bothRefuse++;
				if (theirs === ours) continue;
				const kind =
					(sane.interactive as { type?: string } | undefined)?.type === 'BUTTON' ? ' BUTTON' : '';
				const label = `${type}: ${name}${kind}`;
				const reason = (ours ? WE_TAKE : WE_REFUSE).find(({ where }) => where.test(label));
				if (reason) used.add(reason.why);
				else unexplained.push(`${label}: ${ours ? 'only we take it' : 'only we refuse it'}`);
			}
		}
		expect(unexplained).toEqual([]);
		expect([...WE_TAKE, ...WE_REFUSE].filter(({ why }) => !used.has(why))).toEqual([]);
		expect(count).toBeGreaterThan(5000);
		expect(bothRefuse).toBeGreaterThan(2000);
	});
});

function weTake(body: Record<string, unknown>): boolean {
	try {
		checkMessage(body);
		return true;
	} catch (error) {
		if (error instanceof GraphFailure) return false;
		throw error;
	}
}
