import { adapt, createTemplateFor, type SendCase } from '../../../emulator/test/support/adapt';
import { setTheStage, type Stage } from '../../../emulator/test/support/stage';
import { corpus, hasCorpus } from '../../support/corpus';
import { sendSchema } from '../../support/sendSchema';
import { parametersOf } from './intent';
import { run } from './support';

type Body = Record<string, unknown>;

/** Bodies that no node should produce, and why. */
const NOT_OURS: { why: string; is: (body: Body) => boolean }[] = [
	{
		why: 'the collector left the text of an expression where the object was',
		is: ({ text }) => typeof text === 'string',
	},
	{
		why: 'the buttons are filled in at run time and missing in the collection',
		is: ({ interactive }) => JSON.stringify(interactive ?? {}).includes('"buttons":[]'),
	},
	{
		why: 'quick replies with a true/false text where Meta documents a payload',
		is: (body) => JSON.stringify(body).includes('"text":true'),
	},
];

/** Where we write the same in another way, and why. Each turns a collected body into our writing. */
const DIFFERENCES: { why: string; where: (body: Body) => unknown; change: (body: Body) => Body }[] =
	[
		{
			why: 'the plus sign keeps Meta from putting its own country code in front',
			where: ({ to, recipient_type }) => to && recipient_type !== 'group',
			change: (body) => ({ ...body, to: `+${body.to as string}` }),
		},
		{
			why: 'where both are given Meta takes to; our field To is the one or the other',
			where: ({ to, recipient }) => to && recipient,
			change: ({ recipient, ...body }) => (recipient ? body : {}),
		},
		{
			why: 'the tracking key is ours, so that a status finds its send',
			where: ({ biz_opaque_callback_data: key }) => key,
			change: ({ biz_opaque_callback_data: key, ...body }) => (key ? body : {}),
		},
		{
			why: "recipient_type is left out where it is Meta's default; we always say it",
			where: ({ recipient_type, status }) => !recipient_type && !status,
			change: (body) => ({ recipient_type: 'individual', ...body }),
		},
		{
			why: 'a missing type means text; we always say it',
			where: ({ type, status }) => !type && !status,
			change: (body) => ({ type: 'text', ...body }),
		},
		{
			why: 'Meta reads its enums in any case, and documents button in small letters',
			where: ({ interactive }) => (interactive as Body | undefined)?.type === 'BUTTON',
			change: (body) => ({
				...body,
				interactive: { ...(body.interactive as Body), type: 'button' },
			}),
		},
		{
			why: 'coordinates may be numbers or texts; texts keep every digit',
			where: ({ location }) => typeof (location as Body | undefined)?.latitude === 'number',
			change: (body) => {
				const location = body.location as Body;
				const [latitude, longitude] = [String(location.latitude), String(location.longitude)];
				return { ...body, location: { ...location, latitude, longitude } };
			},
		},
		{
			why: 'Meta documents neither caption nor file name for audio and shows none',
			where: ({ audio }) => (audio as Body | undefined)?.caption,
			change: (body) => {
				const { id, link } = body.audio as Body;
				return { ...body, audio: id ? { id } : { link } };
			},
		},
		{
			why: 'Meta refuses a card without a part of the name, so the whole name stands there too',
			where: ({ contacts }) =>
				Object.keys((contacts as { name: Body }[])?.[0].name ?? {}).length === 1,
			change: (body) => {
				const [{ name }] = body.contacts as { name: Body }[];
				return { ...body, contacts: [{ name: { ...name, first_name: name.formatted_name } }] };
			},
		},
		{
			why: 'an empty list of components says nothing',
			where: ({ template }) => JSON.stringify(template ?? {}).includes('"components":[]'),
			change: (body) => {
				const { components, ...template } = body.template as Body;
				return { ...body, template: components ? template : {} };
			},
		},
		{
			why: "a button's index may be a number or a text",
			where: ({ template }) => /"index":\d/.test(JSON.stringify(template ?? {})),
			change: (body) =>
				JSON.parse(JSON.stringify(body), (name, value: unknown) =>
					name === 'index' ? String(value) : value,
				) as Body,
		},
	];

/** Real values for placeholders; an emoji and a language code are more than a word. */
function readable(body: Body): Body {
	const adapted = adapt(body, { media: '1013859600285441', message: 'wamid.known' });
	const reaction = adapted.reaction as { emoji: string } | undefined;
	if (reaction && /^p[0-9a-f]{12}$/.test(reaction.emoji)) reaction.emoji = '👍';
	const template = adapted.template as { language: { code: string } } | undefined;
	if (template && !/^[a-z]{2}(_[A-Z]{2})?$/.test(template.language.code))
		template.language.code = 'en_US';
	return adapted;
}

const cases = hasCorpus
	? corpus<SendCase>('sends')
			.filter(({ clean, body }) => clean && !NOT_OURS.some(({ is }) => is(body)))
			.map((one) => ({ ...one, body: readable(one.body) }))
	: [];

const used = new Set<string>();

function inOurWriting(body: Body): Body {
	return DIFFERENCES.reduce((written, { why, where, change }) => {
		if (!where(written)) return written;
		used.add(why);
		return change(written);
	}, body);
}

(hasCorpus ? describe : describe.skip)(
	'what other clients send (needs the corpus beside the project)',
	() => {
		let stage: Stage;
		let faultsOf: ReturnType<typeof sendSchema>;
		beforeAll(async () => {
			stage = await setTheStage({
				enforce_window: false,
				template_review: 'APPROVED',
				template_cooldown_days: 0,
			});
			faultsOf = sendSchema();
		});
		afterAll(async () => await stage.close());

		/** What the node would send, or did send where it has no Validate Only. */
		async function produced(body: Body): Promise<Body> {
			if (body.template) await createTemplateFor(stage, body);
			const result = await run(stage.emulator, [{}], parametersOf(body));
			if (body.status === 'read') return { messaging_product: 'whatsapp', ...readOf(result) };
			expect(result.error).toBeUndefined();
			const { biz_opaque_callback_data: key, ...request } = result.outputs[0][0].json
				.request as Body;
			expect(key).toEqual(expect.stringMatching(/^w1\//));
			return request;
		}

		const readOf = ({ requests }: Awaited<ReturnType<typeof run>>) => requests.at(-1)?.body as Body;

		it.each(cases.map((one, at) => [`${at} ${one.kind} of ${one.source}`, one] as const))(
			'%s comes out of our fields',
			async (_name, { body }) => {
				const ours = await produced(body);
				expect(ours).toEqual(inOurWriting(body));
				expect(faultsOf(ours)).toEqual([]);
			},
		);

		it('covers the collection, and needs every exception it lists', () => {
			expect(cases.length).toBeGreaterThan(90);
			expect(DIFFERENCES.filter(({ why }) => !used.has(why)).map(({ why }) => why)).toEqual([]);
			const all = corpus<SendCase>('sends').filter(({ clean }) => clean);
			const unused = NOT_OURS.filter(({ is }) => !all.some(({ body }) => is(body)));
			expect(unused.map(({ why }) => why)).toEqual([]);
		});
	},
);
