import type { Component } from '../../store';
import { isObject } from '../call';
import { missing } from './refused';

/** Every variable needs an example, in the place its kind of template has for it. */
export function checkExample(
	kind: 'HEADER' | 'BODY',
	{ example }: Component,
	variables: string[],
	isNamed: boolean,
): void {
	if (variables.length === 0) return;
	const given = (example ?? {}) as Record<string, unknown>;
	const key = kind === 'BODY' ? 'body_text' : 'header_text';
	if (isNamed) {
		const named = given[`${key}_named_params`];
		const names = (Array.isArray(named) ? named : [])
			.filter(isObject)
			.filter(({ example: value }) => value)
			.map(({ param_name }) => String(param_name));
		if (variables.some((name) => !names.includes(name)))
			throw missing(kind, `example.${key}_named_params`);
		return;
	}
	const list = Array.isArray(given[key]) ? (given[key] as unknown[]) : [];
	// The body's examples are a list of sets; clients also send one flat set, and Meta takes it.
	const set = Array.isArray(list[0]) ? (list[0] as unknown[]) : list;
	if (set.length !== variables.length) throw missing(kind, `example.${key}`);
}
