import {
	authenticationTemplate,
	textTemplate,
	type TemplateContent,
} from '../../../core/template/create/body';
import type {
	ButtonDraft,
	CardDraft,
	HeaderDraft,
	TemplateCategory,
} from '../../../core/template/create/draft';
import { given } from '../../../core/message/required';
import { validitySeconds } from '../../../core/template/create/identity';
import { groupField, rowsField, rowsOf, textField, textOf, type Fields } from '../form';
import { customBodyOf } from '../manage/customBody';
import { handleIn, uploadedHandle } from '../manage/handle';

const KINDS = { IMAGE: 'image', VIDEO: 'video', DOCUMENT: 'document' } as const;

async function headerOf(form: Fields): Promise<HeaderDraft | undefined> {
	const format = textField(form, 'header');
	if (format === 'TEXT') {
		const example = textField(form, 'headerExample');
		return { format, text: textField(form, 'headerText'), example };
	}
	if (format === 'LOCATION') return { format };
	if (format !== 'IMAGE' && format !== 'VIDEO' && format !== 'DOCUMENT') return undefined;
	return { format, handle: await handleIn(form, 'binaryField', KINDS[format]) };
}

const buttonsOf = (group: unknown): ButtonDraft[] =>
	rowsOf(group, 'button').map((button) => ({
		type: textOf(button.type) || 'QUICK_REPLY',
		text: textOf(button.text),
		url: textOf(button.url),
		example: textOf(button.type === 'COPY_CODE' ? button.couponExample : button.urlExample),
		phoneNumber: textOf(button.phoneNumber),
		flowId: textOf(button.flowId),
	}));

/** The cards as entered; `upload` gives the handle of the file in a binary field. */
async function cardsOf(
	form: Fields,
	upload: (field: string, kind: 'image' | 'video') => Promise<string>,
): Promise<CardDraft[]> {
	const cards: CardDraft[] = [];
	for (const card of rowsField(form, 'cards', 'card')) {
		const format = card.format === 'VIDEO' ? 'VIDEO' : 'IMAGE';
		const handle = await upload(textOf(card.binaryField).trim() || 'data', KINDS[format]);
		const body = textOf(card.body);
		cards.push({ media: { format, handle }, body, buttons: buttonsOf(card.buttons) });
	}
	return cards;
}

async function textContent(form: Fields): Promise<TemplateContent> {
	const { offerText, offerExpires = true } = groupField(form, 'additionalFields');
	const examples = rowsField(form, 'variableExamples', 'example').map(({ variable, value }) => [
		textOf(variable).replace(/[{}\s]/g, ''),
		textOf(value),
	]);
	const draft = {
		body: textField(form, 'body'),
		examples: Object.fromEntries(examples) as Record<string, string>,
		footer: textField(form, 'footer'),
		offer: offerText ? { text: textOf(offerText), expires: offerExpires === true } : undefined,
		buttons: buttonsOf(groupField(form, 'buttons')),
	};
	// Everything is checked once without the file, so that nothing is uploaded for a template that cannot be.
	textTemplate({ ...draft, cards: await cardsOf(form, async () => NOT_UPLOADED) });
	const cards = await cardsOf(form, async (field, kind) => await uploadedHandle(form, field, kind));
	return textTemplate({ ...draft, cards, header: await headerOf(form) });
}

function codeContent(form: Fields): TemplateContent {
	return authenticationTemplate({
		otpType: textField(form, 'otpType'),
		securityAdvice: textField(form, 'securityAdvice') !== 'false',
		expiresInMinutes: Number(textField(form, 'expiresInMinutes') || 0),
		apps: rowsField(form, 'apps', 'app').map(({ packageName, signatureHash }) => ({
			packageName: textOf(packageName),
			signatureHash: textOf(signatureHash),
		})),
	});
}

export const categoryOf = (form: Fields) => textField(form, 'category') as TemplateCategory;

/** Stands for a handle while everything else is checked. */
const NOT_UPLOADED = 'uploaded-when-sent';

/** Components and settings of the template as entered. Uploads the sample of a media header. */
export async function templateContentOf(form: Fields): Promise<Record<string, unknown>> {
	const category = categoryOf(form);
	const { messageValidity, clickTracking } = groupField(form, 'additionalFields');
	const validity = textOf(messageValidity);
	const settings = given({
		message_send_ttl_seconds: validity && validitySeconds(category, Number(validity)),
		cta_url_link_tracking_opted_out: clickTracking === undefined ? undefined : !clickTracking,
	});
	// Whoever gives all parts as JSON leaves the fields for them empty.
	if (customBodyOf(form, undefined)?.components) return settings;
	const content = category === 'AUTHENTICATION' ? codeContent(form) : await textContent(form);
	return { ...content, ...settings };
}
