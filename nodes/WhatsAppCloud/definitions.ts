import { allPages } from '../../core/graph/pages';
import { InputError } from '../../core/input';
import {
	TEMPLATE_FIELDS,
	templateDefinitionSchema,
	templateTitle,
	type TemplateDefinition,
} from '../../core/template/definition';
import { formatReference, type TemplateReference } from '../../core/template/reference';
import type { Account } from '../shared/credentials';
import type { Services } from '../shared/operation';
import { patiently } from './patiently';
import { runOf } from './run';

/** Where templates live. Throws InputError when the credential does not say. */
export function templatesPath({ businessAccountId }: Account): string {
	if (businessAccountId) return `/${businessAccountId}/message_templates`;
	throw new InputError(
		'The credential has no Business Account ID, so templates cannot be read. Enter it in the credential.',
	);
}

/** Reads one template. Throws InputError when the account has none of that name and language. */
export async function readDefinition(
	{ account, graph }: Pick<Services, 'account' | 'graph'>,
	reference: TemplateReference,
): Promise<TemplateDefinition> {
	const { name, language } = reference;
	// The name only narrows the list: Meta's filter may also give templates whose names begin alike.
	const qs = { name, fields: TEMPLATE_FIELDS };
	const request = { method: 'GET', path: templatesPath(account), qs } as const;
	const found = await allPages<Partial<TemplateReference>>(graph, request);
	const match = found.find((one) => one.name === name && one.language === language);
	if (match) return templateDefinitionSchema.parse(match);
	const others = found.filter((one) => one.name === name).map((one) => one.language);
	const hint = others.length > 0 ? ` It exists in: ${others.join(', ')}.` : '';
	throw new InputError(
		`The WhatsApp account has no template ${templateTitle(reference)}.${hint} Choose one from the list, or compare name and language code with WhatsApp Manager.`,
	);
}

/** The template's definition, read once per run. One that could not be read is asked for again by the next item. */
export async function definitionOf(
	services: Services,
	reference: TemplateReference,
): Promise<TemplateDefinition> {
	const { definitions } = runOf(services);
	const key = formatReference(reference);
	let reading = definitions.get(key);
	if (!reading) {
		reading = patiently(services, async () => await readDefinition(services, reference));
		definitions.set(key, reading);
		reading.catch((error: unknown) => {
			if (!(error instanceof InputError)) definitions.delete(key);
		});
	}
	return await reading;
}
