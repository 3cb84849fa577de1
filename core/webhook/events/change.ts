import { isRecord, list, record, type Json } from '../read';
import { addAccount, addUnrecognised } from './account';
import { familyOf } from './accountFamilies';
import { addCalls } from './calls';
import { addHistory } from './history';
import { addMessages } from './messages';
import type { Place, Split } from './place';
import { addProblems, addUserActions } from './beside';
import { addStatuses } from './statuses';

/** Value keys whose lists hold one event per element, whatever the field is called. */
const LISTS = ['messages', 'statuses', 'message_echoes', 'errors', 'user_actions'] as const;

function addLists(split: Split, place: Place, value: Json, standby: boolean) {
	const contacts = list(value.contacts);
	addMessages(split, place, list(value.messages), contacts, { standby });
	addMessages(split, place, list(value.message_echoes), contacts, { standby, echo: true });
	addStatuses(split, place, list(value.statuses), contacts, standby);
	addProblems(split, place, list(value.errors));
	addUserActions(split, place, list(value.user_actions), contacts);
}

/** True when Meta sent the lists we know, empty: there is no event in it. */
const isEmptyOfEvents = (value: Json) =>
	LISTS.some((name) => Array.isArray(value[name])) &&
	LISTS.every((name) => value[name] === undefined || Array.isArray(value[name]));

/** Lists that carry no event of their own. */
const COMPANIONS = new Set(['contacts', ...LISTS]);

/** What stands beside the lists we know and may be events all the same: lists Meta adds one day, lists that are none. */
function leftoversOf(value: Json): [string, unknown][] {
	const isList = (name: string) => LISTS.some((known) => known === name);
	return Object.entries(value).filter(([name, inner]) =>
		Array.isArray(inner)
			? inner.length > 0 && !COMPANIONS.has(name)
			: isList(name) && inner !== undefined && inner !== null,
	);
}

function addKnown(split: Split, place: Place, value: Json): void {
	const family = familyOf(place.field);
	if (family) {
		for (const [original, facts] of family(value)) addAccount(split, place, original, facts);
	} else if (place.field === 'calls') addCalls(split, place, value);
	else if (place.field === 'history') addHistory(split, place, value);
	else {
		const before = split.length;
		addLists(split, place, value, place.field === 'standby');
		const leftovers = leftoversOf(value);
		if (split.length > before && leftovers.length) {
			addUnrecognised(split, place, Object.fromEntries(leftovers));
		}
	}
}

/** Adds the items of one change. Whatever yields no item by the rules we know yields one marked as unrecognised. */
export function splitChange(split: Split, place: Place, change: unknown): void {
	const { value } = record(change);
	if (!isRecord(value)) return addUnrecognised(split, place, change);
	const content = place.field === 'standby' && isRecord(value.standby) ? value.standby : value;
	const before = split.length;
	addKnown(split, place, content);
	if (split.length === before && !isEmptyOfEvents(content)) addUnrecognised(split, place, change);
}
