import { InputError } from '../input';
import { checkLength } from '../message/limits';
import { componentOf, templateTitle, type TemplateDefinition } from './definition';
import {
	locationParameter,
	mediaParameter,
	textParameter,
	urlEnding,
	type Parameter,
} from './parameters';
import { bodyText } from './preview';
import { checkedValues, type TemplateValue, type TemplateValues } from './values';
import { isAuthentication, templateVariables, type TemplateVariable } from './variables';

/** One entry of `template.components` in a send. */
export interface SendComponent {
	type: 'header' | 'body' | 'button';
	sub_type?: string;
	index?: string;
	parameters: Parameter[];
}

type Values = Map<string, TemplateValue>;

const UNSUPPORTED: Record<string, string> = {
	CAROUSEL: 'a carousel',
	PRODUCT: 'a product in its header',
	GIF: 'a GIF in its header',
	MPM: 'a product list button',
	SPM: 'a product button',
	ORDER_DETAILS: 'an order button',
};

function refuseUnsupported(definition: TemplateDefinition): void {
	const parts = definition.components.flatMap(({ type, format, buttons, limited_time_offer }) => [
		UNSUPPORTED[type.toUpperCase()],
		UNSUPPORTED[format?.toUpperCase() ?? ''],
		limited_time_offer?.has_expiration ? 'an offer that expires' : undefined,
		...(buttons ?? []).map((button) => UNSUPPORTED[button.type.toUpperCase()]),
	]);
	const part = parts.find(Boolean);
	if (!part) return;
	throw new InputError(
		`The template ${templateTitle(definition)} contains ${part}, which this operation cannot fill in. Choose a template without it.`,
	);
}

function headerComponent(variables: TemplateVariable[], values: Values): SendComponent[] {
	const [first] = variables;
	if (!first) return [];
	const value = (id: string) => values.get(id);
	if (first.kind === 'location') {
		const place = Object.fromEntries(
			variables.map(({ id, name }) => [name, value(id) as TemplateValue]),
		);
		return [{ type: 'header', parameters: [locationParameter(place)] }];
	}
	const given = value(first.id) as TemplateValue;
	const parameter =
		first.kind === 'text'
			? textParameter(first, given)
			: mediaParameter(first, given, value('header.filename'));
	return [{ type: 'header', parameters: [parameter] }];
}

function bodyComponent(variables: TemplateVariable[], values: Values): SendComponent[] {
	if (variables.length === 0) return [];
	const parameters = variables.map((variable) =>
		textParameter(variable, values.get(variable.id) as TemplateValue),
	);
	return [{ type: 'body', parameters }];
}

function buttonComponent(
	definition: TemplateDefinition,
	{ kind, index = 0, id }: TemplateVariable,
	values: Values,
): SendComponent[] {
	const value = values.get(id);
	const component = (sub_type: string, parameter: Parameter): SendComponent[] => [
		{ type: 'button', sub_type, index: String(index), parameters: [parameter] },
	];
	if (kind === 'flow') {
		// Meta's own default when no token is given.
		const flow_token = value === undefined ? 'unused' : String(value);
		return component('flow', { type: 'action', action: { flow_token } });
	}
	if (value === undefined) return [];
	const text = String(value);
	if (kind === 'url') {
		const url = componentOf(definition, 'BUTTONS')?.buttons?.[index]?.url ?? '';
		return component('url', { type: 'text', text: urlEnding(url, value) });
	}
	if (kind === 'coupon') {
		checkLength('template.coupon', text);
		return component('copy_code', { type: 'coupon_code', coupon_code: text });
	}
	checkLength('template.payload', text);
	return component('quick_reply', { type: 'payload', payload: text });
}

function authenticationComponents(definition: TemplateDefinition, values: Values): SendComponent[] {
	const text = String(values.get('otp.code'));
	checkLength('template.otp', text);
	const buttons = componentOf(definition, 'BUTTONS')?.buttons ?? [];
	const at = buttons.findIndex(({ type }) => ['OTP', 'URL'].includes(type.toUpperCase()));
	const parameters = [{ type: 'text', text }];
	const button: SendComponent = { type: 'button', sub_type: 'url', index: String(at), parameters };
	return [{ type: 'body', parameters }, ...(at >= 0 ? [button] : [])];
}

function checkBodyLength(definition: TemplateDefinition, values: Values): void {
	const limit = definition.components.length > 1 ? 'template.body' : 'template.bodyOnly';
	checkLength(limit, bodyText(definition, values));
}

/**
 * The `components` of a send, from `{variable ID: value}`. Throws InputError, before anything is sent, when a value is
 * missing, has no place in the template, or cannot be what Meta expects there.
 */
export function buildComponents(
	definition: TemplateDefinition,
	given: TemplateValues,
): SendComponent[] {
	refuseUnsupported(definition);
	const values = checkedValues(definition, given);
	const variables = templateVariables(definition);
	const part = (component: TemplateVariable['component']) =>
		variables.filter((variable) => variable.component === component);
	const header = headerComponent(part('header'), values);
	if (isAuthentication(definition))
		return [...header, ...authenticationComponents(definition, values)];
	checkBodyLength(definition, values);
	return [
		...header,
		...bodyComponent(part('body'), values),
		...part('button').flatMap((variable) => buttonComponent(definition, variable, values)),
	];
}
