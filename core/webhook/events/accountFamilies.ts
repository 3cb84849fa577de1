import type { Json } from '../read';
import { accountUpdates } from './accountUpdates';
import { peopleUpdates } from './peopleUpdates';
import type { AccountFacts } from './place';
import { templateUpdates } from './templateUpdates';

/** Reads one change into Meta's original object and what it says, once per event in it. */
export type Family = (value: Json) => [original: unknown, facts: AccountFacts][];

const families = new Map<string, Family>([...templateUpdates, ...accountUpdates, ...peopleUpdates]);

/** How to read a field that carries account events; none for messages, and for fields we do not know. */
export const familyOf = (field: string): Family | undefined => families.get(field);
