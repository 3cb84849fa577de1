import type { Clock } from '../../clock';
import type { Person } from '../../people';

const DAY = 24 * 3_600_000;

/** Whether this person wrote to this number within the last 24 hours. */
export function isWindowOpen(clock: Clock, person: Person, phoneNumberId: string): boolean {
	const wrote = person.wrote.get(phoneNumberId);
	return wrote !== undefined && clock.now() - wrote < DAY;
}
