import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { createKnowledge, type Knowledge } from '../../core/campaign/knowledge';
import type { Contact } from '../../core/campaign/settings';
import { InputError } from '../../core/input';
import { text } from '../../core/ledger/read';
import { readRow } from '../../core/ledger/rows';
import type { Run } from './operations/operation';

const LEDGER_INPUT = 1;

/** Nodes that found nothing hand on one empty item when "Always Output Data" is on. */
export const isEmpty = (json: object) => Object.keys(json).length === 0;

/**
 * What the rows on the second input tell. Throws InputError when nothing arrived there: without the ledger nobody
 * would know of an opt-out.
 */
export function knowledgeOf(context: IExecuteFunctions, run: Run): Knowledge {
	const items = context.getInputData(LEDGER_INPUT);
	if (items.length === 0) {
		throw new InputError(
			'No ledger arrived, so opt-outs are not known. Connect the rows of the table wa_ledger to the input Ledger, and turn on Always Output Data in the node that reads them, so that an empty ledger counts as one.',
		);
	}
	const knowledge = createKnowledge(run.privacyKey);
	items.forEach(({ json }, index) => {
		if (isEmpty(json)) return;
		const row = readRow(json);
		if (!row) {
			throw new InputError(
				`Item ${index} on the input Ledger is no ledger row. Connect the rows of the ledger table (wa_ledger) there, and your contacts to the input Contacts.`,
			);
		}
		knowledge.add(row);
	});
	return knowledge;
}

/** Reads the user's list by the names of its fields. */
export function contactReader(context: IExecuteFunctions): (json: IDataObject) => Contact {
	const names = context.getNodeParameter('contactFields', 0, {}) as Record<string, string>;
	const field = (name: string, usual: string) => `${names[name] ?? ''}`.trim() || usual;
	const phone = field('phone', 'phone');
	const userId = field('userId', 'user_id');
	const optedIn = field('optedIn', 'opted_in_at');
	const timeZone = field('timeZone', 'time_zone');
	const country = field('country', 'country');
	return (json) => ({
		phone: text(json, phone).trim(),
		user_id: text(json, userId).trim(),
		opted_in: json[optedIn],
		time_zone: text(json, timeZone).trim(),
		country: text(json, country).trim(),
	});
}
