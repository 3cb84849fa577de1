import type { World } from '../../world';
import { type Call, isObject, parseList } from '../call';
import { invalid } from '../number/own';
import { createTemplate } from './create';
import { listOf } from './filter';

/** `POST /{account}/upsert_message_templates`: one authentication template in many languages, made or replaced. */
export function upsertTemplates(world: World, call: Call): unknown {
	const { name, languages, category, components, ...rest } = call.body;
	const list = parseList(languages) ?? languages;
	if (!Array.isArray(list) || list.length === 0)
		throw invalid('The parameter languages is required.');
	if (String(category).toUpperCase() !== 'AUTHENTICATION')
		throw invalid('Param category must be one of {AUTHENTICATION}.');
	const { templates } = world.store;
	const data = list.map((language) => {
		const old = [...templates.values()].find(
			(one) => one.name === name && one.language === language,
		);
		if (old) templates.delete(old.id);
		try {
			const body = { ...rest, name, language, category, components };
			const made = createTemplate(world, { ...call, body, params: body }) as {
				id: string;
				status: string;
			};
			return { id: made.id, status: made.status, language: String(language) };
		} catch (error) {
			if (old) templates.set(old.id, old);
			throw error;
		}
	});
	return { data };
}

/** `GET /{account}/message_template_previews`: Meta's own words of authentication templates. */
export function previewTemplates(_world: World, { params }: Call): unknown {
	if (String(params.category).toUpperCase() !== 'AUTHENTICATION')
		throw invalid('Param category must be one of {AUTHENTICATION}.');
	const { add_security_recommendation, code_expiration_minutes: minutes } = params;
	const types = listOf(params.button_types) ?? ['OTP'];
	return {
		data: (listOf(params.languages) ?? ['en_US']).map((language) => ({
			body: `*{{1}}* is your verification code.${String(add_security_recommendation) === 'true' ? ' For your security, do not share this code.' : ''}`,
			...(minutes !== undefined && { footer: `This code expires in ${String(minutes)} minutes.` }),
			buttons: types.map((type) => ({ type, text: 'Copy code', autofill_text: 'Autofill' })),
			language,
		})),
	};
}

/** `POST /{template}/unpause`: only what is paused can be unpaused. */
export function unpauseTemplate({ store }: World, call: Call): unknown {
	const template = store.templates.get(call.id);
	if (!isObject(template)) throw invalid(`There is no template ${call.id}.`);
	if (template.status !== 'PAUSED')
		return { success: false, reason: 'The template is not paused.' };
	template.status = 'APPROVED';
	return { success: true };
}
