import { ADD } from './add';
import { ALL_CELLS, CELL_TABLES } from './cells';
import { FORGET } from './forget';
import { REFRESH } from './refresh';
import { RETENTION } from './retention';
import { TABLES } from './tables';

/** Makes the tables and functions of the Postgres home. It may run again at any time, to bring an older set-up up to date. */
export const SET_UP_SQL = [TABLES, CELL_TABLES, ALL_CELLS, ADD, REFRESH, RETENTION, FORGET].join(
	'\n',
);
