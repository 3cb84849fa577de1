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

function addKnown(split: Split, place: Place, value: Json): void {
	const family = familyOf(place.field);
	if (family) {
		for (const [original, facts] of family(value)) addAccount(split, place, original, facts);
	} else if (place.field === 'calls') addCalls(split, place, value);
	else if (place.field === 'history') addHistory(split, place, value);
	else addLists(split, place, value, place.field === 'standby');
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
