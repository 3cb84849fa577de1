import type { Component } from '../../store';
import { messageFailure } from '../error';
import { fitText, variablesOf } from './fitText';
import type { SendComponent } from './template';

/** Checks the header of a send against the template's: its text variable, or exactly one medium of the right kind. */
export function fitHeader(
	definition: Component | undefined,
	sent: SendComponent | undefined,
	isNamed: boolean,
): void {
	const parameters = sent?.parameters ?? [];
	const format = definition?.format?.toUpperCase() ?? 'TEXT';
	if (format === 'TEXT') {
		const text = definition?.text ?? '';
		const kind = parameters[0]?.type.toLowerCase();
		if (variablesOf(text).length > 0 && kind && kind !== 'text') throw mismatch('TEXT', kind);
		fitText('header', text, parameters, isNamed, 60);
		return;
	}
	if (parameters.length > 1)
		throw messageFailure(
			132000,
			`header: number of localizable_params (${parameters.length}) does not match the expected number of params (1)`,
		);
	const kind = parameters[0]?.type.toUpperCase() ?? 'UNKNOWN';
	if (kind !== format) throw mismatch(format, kind);
}

const mismatch = (expected: string, received: string) =>
	messageFailure(
		132012,
		`header: Format mismatch, expected ${expected}, received ${received.toUpperCase()}`,
	);
