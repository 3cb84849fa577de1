import { corpus, hasCorpus } from '../../test/support/corpus';
import { adapt, createTemplateFor, type SendCase } from './support/adapt';
import { setTheStage, type Stage } from './support/stage';

/** Bodies that are marked as clean and that Meta would refuse all the same. */
const REFUSED: Array<{ why: string; is: (body: SendCase['body']) => boolean }> = [
	{
		why: 'the collector could not evaluate an expression and left its text where the object was',
		is: ({ text }) => typeof text === 'string',
	},
	{
		why: 'the list of buttons is filled in at run time and empty in the collection',
		is: ({ interactive }) => JSON.stringify(interactive)?.includes('"buttons":[]') ?? false,
	},
	{
		why: 'the card has a formatted_name and no other part of a name, which Meta requires',
		is: ({ contacts }) =>
			Array.isArray(contacts) && Object.keys((contacts[0] as { name: object }).name).length === 1,
	},
];

const cases = hasCorpus ? corpus<SendCase>('sends').filter(({ clean }) => clean) : [];
const describeCorpus = hasCorpus ? describe : describe.skip;

describeCorpus('send bodies of other clients (skipped without the shared collection)', () => {
	let stage: Stage;
	let media: string;

	beforeAll(async () => {
		stage = await setTheStage({
			enforce_window: false,
			template_review: 'APPROVED',
			template_cooldown_days: 0,
		});
		const form = new FormData();
		form.append('messaging_product', 'whatsapp');
		form.append('file', new Blob(['%PDF-'], { type: 'application/pdf' }), 'a.pdf');
		const { body } = await stage.graph(
			'POST',
			`/${stage.emulator.config.phoneNumberId}/media`,
			form,
		);
		media = String(body.id);
	});
	afterAll(async () => await stage.close());

	it.each(cases.map((one, index) => [`${index} ${one.kind} of ${one.source}`, one] as const))(
		'takes %s',
		async (_name, { body }) => {
			const { message_id } = stage.emulator.control.receive({ from: '15551234567' });
			const adapted = adapt(body, { media, message: message_id });
			if (adapted.template) await createTemplateFor(stage, adapted);
			const answer = await stage.send(adapted);
			if (REFUSED.some(({ is }) => is(body))) {
				expect(answer.status).toBe(400);
				return;
			}
			expect(answer.body.error).toBeUndefined();
			expect(answer.status).toBe(200);
		},
	);

	it('needs every exception it lists', () => {
		expect(REFUSED.filter(({ is }) => !cases.some(({ body }) => is(body)))).toEqual([]);
	});
});
