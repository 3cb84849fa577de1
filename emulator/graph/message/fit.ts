import type { Component, Store, Template } from '../../store';
import { messageFailure } from '../error';
import { fitButtons } from './fitButtons';
import { fitHeader } from './fitHeader';
import { fitText } from './fitText';
import { type SendComponent, sendComponents } from './template';
import { toFailure } from './issues';

interface TemplateSend {
	name: string;
	language: { code: string };
	components?: SendComponent[];
}

/** Finds the template a message names, or refuses as Meta does: 132001, 132015 while paused, 132016 when disabled. */
export function findTemplate(store: Store, { name, language }: TemplateSend): Template {
	const found = [...store.templates.values()].find(
		(template) => template.name === name && template.language === language.code,
	);
	if (found?.status === 'PAUSED') throw messageFailure(132015);
	if (found?.status === 'DISABLED') throw messageFailure(132016);
	if (found?.status === 'APPROVED') return found;
	throw messageFailure(132001, `template name (${name}) does not exist in ${language.code}`);
}

/** Compares what was sent with the stored definition: counts 132000, formats 132012, texts 132018 and 132005. */
export function fitTemplate(template: Template, components: SendComponent[] = []): void {
	fitParts(template.components, components, template.parameter_format === 'NAMED');
}

function fitParts(definition: Component[], sent: SendComponent[], isNamed: boolean): void {
	const part = (type: string) => definition.find((one) => one.type.toUpperCase() === type);
	const given = (type: string) => sent.find((one) => String(one.type).toUpperCase() === type);

	fitHeader(part('HEADER'), given('HEADER'), isNamed);
	fitText('body', part('BODY')?.text ?? '', given('BODY')?.parameters ?? [], isNamed, 1024);
	fitButtons(part('BUTTONS')?.buttons ?? [], sent);

	const offer = part('LIMITED_TIME_OFFER')?.limited_time_offer as
		| { has_expiration?: boolean }
		| undefined;
	if (offer?.has_expiration && !given('LIMITED_TIME_OFFER')?.parameters?.length)
		throw messageFailure(132012, 'limited_time_offer: Parameter expiration_time_ms is required');

	const cards = part('CAROUSEL')?.cards;
	const sentCards = given('CAROUSEL')?.cards ?? [];
	if (!cards && sentCards.length === 0) return;
	if (sentCards.length !== (cards?.length ?? 0))
		throw messageFailure(
			132000,
			`carousel: number of cards (${sentCards.length}) does not match the expected number of cards (${cards?.length ?? 0})`,
		);
	for (const [index, card] of (cards ?? []).entries()) {
		const read = sendComponents.safeParse(sentCards[index].components);
		if (!read.success) throw toFailure(read.error.issues);
		fitParts(card.components, read.data, isNamed);
	}
}
