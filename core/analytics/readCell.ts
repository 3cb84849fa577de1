import { CELL_COLUMNS, cellSchema, type Cell } from './cell';

const columns = Object.entries(CELL_COLUMNS);

/**
 * Reads a cell back from where it was kept. Tables add columns of their own, leave empty text out, and some return
 * whole numbers as text. Undefined when it is no cell.
 */
export function readCell(item: Record<string, unknown>): Cell | undefined {
	const known = columns
		.filter(([name]) => item[name] !== undefined && item[name] !== null)
		.map(([name, type]) => [name, type === 'number' ? Number(item[name]) : item[name]]);
	const found = cellSchema.safeParse(Object.fromEntries(known));
	return found.success ? found.data : undefined;
}
