import { CELL_COLUMNS, type Cell } from './cell';
import { readCell } from './readCell';

const COLUMNS = Object.entries(CELL_COLUMNS);

/** More text than this is too much for one row of a table. */
const LARGEST = 20_000_000;

/** What pages drawn from the cells later have in common with the first one. */
export interface About {
	timeZone?: string;
	title?: string;
	/** Lines of the rate table. */
	rates?: ReadonlyArray<Record<string, unknown>>;
}

interface Packed {
	about?: About;
	columns: string[];
	/** Every text once; the empty one is the first. */
	texts: string[];
	/** Numbers as they are, texts by their place; zeros at the end are left out. */
	cells: number[][];
}

/**
 * Cells as one small text, about a sixth of their JSON, to be kept in one row of a table. Empty when there are more than
 * a table should hold in one row (some 200,000 cells).
 */
export function packCells(cells: Cell[], about: About = {}): string {
	const places = new Map([['', 0]]);
	const placeOf = (text: string) => {
		const known = places.get(text);
		if (known !== undefined) return known;
		places.set(text, places.size);
		return places.size - 1;
	};
	const packed: Packed = {
		about,
		columns: COLUMNS.map(([name]) => name),
		cells: cells.map((cell) => {
			const values = COLUMNS.map(([name]) => {
				const value = cell[name as keyof Cell];
				return typeof value === 'number' ? value : placeOf(value);
			});
			let length = values.length;
			while (length > 0 && values[length - 1] === 0) length--;
			return values.slice(0, length);
		}),
		texts: [],
	};
	packed.texts = [...places.keys()];
	const text = JSON.stringify(packed);
	return text.length > LARGEST ? '' : text;
}

function parsed(text: string): Partial<Packed> {
	try {
		return (JSON.parse(text) ?? {}) as Partial<Packed>;
	} catch {
		return {};
	}
}

/** Reads what `packCells` wrote, of this or an earlier version; undefined when it is something else. */
export function unpackCells(text: string): { cells: Cell[]; about: About } | undefined {
	const { about = {}, columns, texts, cells } = parsed(text);
	if (![columns, texts, cells].every(Array.isArray)) return undefined;
	const [names, words, rows] = [columns, texts, cells] as [string[], string[], number[][]];
	const found = rows.map((values) =>
		readCell(
			Object.fromEntries(
				names.map((name, i) => {
					const value = values[i] ?? 0;
					return [name, CELL_COLUMNS[name as keyof Cell] === 'number' ? value : words[value]];
				}),
			),
		),
	);
	return found.every((cell) => cell !== undefined) ? { cells: found, about } : undefined;
}
