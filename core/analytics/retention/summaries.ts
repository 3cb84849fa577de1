import type { Cell } from '../cell';
import { mergeCells } from '../cells';
import { readCell } from '../readCell';
import { NO_BORDER, type Border } from './border';

/** How a seal says what it is; cells count something else. */
const SEAL = 'seal';
/** And how a run says that it has begun. */
const BEGUN = 'begun';
/** A run that has sealed nothing by then was broken off. */
const LONGEST_RUN = 6 * 3600;

/** A row of the table `wa_summaries`: a cell, or the seal that makes the cells of its period count. */
export type SummaryRow = Record<string, unknown>;

export interface Summaries {
	/** Cells of all sealed periods, added up. */
	cells: Cell[];
	/** Name of the last period; empty when there is none. */
	period: string;
	/** Rows of the ledger that these cells count. */
	border: Border;
	/** ID of the newest seal; 0 when there is none. A reader who finds another one later has to begin again. */
	newest_seal: number;
}

/**
 * The rows that keep a period: its cells and, to be written after them, its seal. `previous` is the period before it:
 * of two runs that began at the same one, only the first to seal counts. The seal knows how many cells there are, so a
 * period that is not there as a whole does not count either.
 */
export function summaryRows(
	period: string,
	previous: string,
	border: Border,
	cells: Cell[],
): { cells: SummaryRow[]; seal: SummaryRow } {
	const seal = {
		of: SEAL,
		slot: border.before,
		reason: previous,
		first_at: border.up_to,
		count: cells.length,
	};
	return { cells: cells.map((cell) => ({ period, ...cell })), seal: { period, ...seal } };
}

/** The row by which a run says that it has begun, before it does anything. `now`: Unix seconds. */
export const begunRow = (period: string, now: number): SummaryRow => ({
	period,
	of: BEGUN,
	slot: now,
});

/**
 * Whether this run may go on: of runs that are under way at the same time only the one that said so first may. Data
 * tables know no lock, but they number their rows.
 */
export function mayGoOn(rows: SummaryRow[], period: string, now: number): boolean {
	const sealed = new Set(rows.filter(({ of }) => of === SEAL).map((row) => row.period));
	const underWay = rows
		.filter((row) => row.of === BEGUN && !sealed.has(row.period))
		.filter(({ slot }) => Number(slot) > now - LONGEST_RUN)
		.sort((a, b) => Number(a.id) - Number(b.id));
	return underWay[0]?.period === period;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** What the rows of `wa_summaries`, in any order, add up to. */
export function readSummaries(rows: SummaryRow[]): Summaries {
	const periods = new Map<string, Cell[]>();
	for (const row of rows) {
		if (row.of === SEAL || row.of === BEGUN) continue;
		const cell = readCell(row);
		if (!cell) continue;
		const name = text(row.period);
		const known = periods.get(name);
		if (known) known.push(cell);
		else periods.set(name, [cell]);
	}
	const found: Summaries = { cells: [], period: '', border: NO_BORDER, newest_seal: 0 };
	const seals = rows.filter(({ of }) => of === SEAL).sort((a, b) => Number(a.id) - Number(b.id));
	const counted: Cell[] = [];
	for (const seal of seals) {
		found.newest_seal = Number(seal.id);
		const cells = periods.get(text(seal.period)) ?? [];
		if (text(seal.reason) !== found.period || cells.length !== Number(seal.count)) continue;
		found.period = text(seal.period);
		found.border = { up_to: Number(seal.first_at), before: Number(seal.slot) };
		counted.push(...cells);
	}
	found.cells = mergeCells(counted);
	return found;
}
