import { text } from '../../../core/webhook/read';
import { numberIn } from './asked';
import { listOf } from './listOf';

/** The groups of the chosen number, by subject. */
export const searchGroups = listOf(
	(account, context) => ({ method: 'GET', path: `/${numberIn(context, account)}/groups` }),
	({ id, subject }) => ({ name: text(subject) || text(id), value: text(id) }),
);
