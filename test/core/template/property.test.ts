import fc from 'fast-check';
import { buildComponents } from '../../../core/template/components';
import { templateDefinitionSchema } from '../../../core/template/definition';
import { renderPreview } from '../../../core/template/preview';
import { templateVariables } from '../../../core/template/variables';

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,11}$/);
const word = fc.stringMatching(/^[A-Za-zäöü€👍]{1,9}$/u);

it('whatever its variables, a template gets each value once, in its place', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.tuple(name, word), { minLength: 1, maxLength: 8, selector: ([n]) => n }),
			fc.boolean(),
			(pairs, positional) => {
				const named = pairs.map(([n, value], i) => [positional ? String(i + 1) : n, value]);
				const text = `Hello ${named.map(([n]) => `{{${n}}}`).join(', ')}!`;
				const definition = templateDefinitionSchema.parse({
					name: 'any',
					language: 'en',
					components: [{ type: 'BODY', text }],
				});
				const values = Object.fromEntries(named.map(([n, value]) => [`body.${n}`, value]));
				const [body] = buildComponents(definition, values);
				expect(body.parameters.map((parameter) => parameter.text)).toEqual(named.map(([, v]) => v));
				const names = body.parameters.map(({ parameter_name }) => parameter_name);
				expect(names).toEqual(named.map(([n]) => (positional ? undefined : n)));
				expect(templateVariables(definition).map(({ id }) => id)).toEqual(Object.keys(values));
				expect(renderPreview(definition, values)).toBe(
					`Hello ${named.map(([, value]) => value).join(', ')}!`,
				);
			},
		),
	);
});
