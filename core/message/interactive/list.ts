import { InputError } from '../../input';
import { checkCount } from '../counts';
import { checkLength } from '../limits';
import { checkUnique, given, required } from '../required';
import { interactiveContent, type Frame } from './frame';

export interface ListRow {
	title: string;
	/** Comes back when the row is chosen; the title does without one. */
	id?: string;
	description?: string;
}

export interface ListSection {
	title?: string;
	rows: ListRow[];
}

function toRow({ title, id, description }: ListRow, at: number, section: number) {
	const name = `row ${at + 1} in section ${section + 1}`;
	const shown = required(`The title of ${name}`, title).trim();
	checkLength('list.rowTitle', shown, `title of ${name}`);
	const answer = id?.trim() || shown;
	checkLength('list.rowId', answer, `ID of ${name}`);
	checkLength('list.rowDescription', description ?? '', `description of ${name}`);
	return { id: answer, title: shown, ...given({ description }) };
}

/** Checks section titles, which Meta wants as soon as there are two sections. */
export function checkedTitle(
	limit: 'list.section' | 'products.section',
	title: string | undefined,
	at: number,
	count: number,
) {
	const shown = title?.trim() ?? '';
	if (count > 1) required(`The title of section ${at + 1}`, shown);
	checkLength(limit, shown, `title of section ${at + 1}`);
	return given({ title: shown });
}

/** A list to choose one row from, behind a button. */
export function listContent(frame: Frame, button: string, sections: ListSection[]) {
	const label = required('The text of the button that opens the list', button).trim();
	checkLength('list.button', label);
	checkCount('list.sections', sections.length);
	checkCount('list.rows', sections.flatMap(({ rows }) => rows).length);
	const built = sections.map(({ title, rows }, at) => {
		if (rows.length === 0) throw new InputError(`Section ${at + 1} has no rows. Add one.`);
		return {
			...checkedTitle('list.section', title, at, sections.length),
			rows: rows.map((row, place) => toRow(row, place, at)),
		};
	});
	checkUnique(
		'row IDs',
		built.flatMap(({ rows }) => rows.map(({ id }) => id)),
	);
	return interactiveContent(
		'list',
		frame,
		{ button: label, sections: built },
		{ bodyLimit: 'list.body' },
	);
}
