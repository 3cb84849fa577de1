import { createQuiet } from '../../../core/campaign/quietHours';

const MINUTE = 60;
const HOUR = 3600;
const BEGIN = Date.UTC(2026, 0, 1) / 1000;
const END = Date.UTC(2028, 0, 1) / 1000;
/** No divisor of a day, so that the samples wander over all times of day. */
const STEP = 53 * HOUR + 7 * MINUTE;
const ZONES = Intl.supportedValuesOf('timeZone');

/** Minute of the local day, as ICU tells it. */
function wallClock(timeZone: string) {
	const formatter = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		hourCycle: 'h23',
		hour: '2-digit',
		minute: '2-digit',
	});
	return (at: number) => {
		const [hour, minute] = formatter.format(at * 1000).split(':');
		return Number(hour) * 60 + Number(minute);
	};
}

const apart = (wall: number, at: number) => (((wall - at / MINUTE) % 1440) + 1440) % 1440;

describe.each([
	['21:00', '08:00', (minute: number) => minute >= 1260 || minute < 480],
	['12:30', '14:15', (minute: number) => minute >= 750 && minute < 855],
])('quiet from %s to %s', (from, to, isInside) => {
	it('holds in every zone for two years, clock changes included', () => {
		const isQuiet = createQuiet({ from, to });
		const wrong: string[] = [];
		let [checked, changes] = [0, 0];
		for (const zone of ZONES) {
			const wall = wallClock(zone);
			const check = (at: number, minute = wall(at)) => {
				checked++;
				if (isQuiet(zone, at, at) !== isInside(minute)) wrong.push(`${zone} ${at}`);
			};
			let before = apart(wall(BEGIN), BEGIN);
			for (let at = BEGIN; at < END; at += STEP) {
				const minute = wall(at);
				check(at, minute);
				const now = apart(minute, at);
				if (now !== before) {
					changes++;
					for (let near = at - STEP; near <= at; near += 13 * MINUTE) check(near);
				}
				before = now;
			}
		}
		expect(wrong).toEqual([]);
		expect(checked).toBeGreaterThan(150_000);
		expect(changes).toBeGreaterThan(400);
	});
});

it('sees quiet hours that begin or lie within the time of sending', () => {
	const isQuiet = createQuiet({ from: '12:30', to: '12:40' });
	const noon = Date.UTC(2026, 5, 1, 12) / 1000;
	expect(isQuiet('UTC', noon, noon + 29 * MINUTE + 59)).toBe(false);
	expect(isQuiet('UTC', noon, noon + 30 * MINUTE)).toBe(true);
	expect(isQuiet('UTC', noon, noon + HOUR)).toBe(true);
	expect(isQuiet('UTC', noon + 40 * MINUTE, noon + HOUR)).toBe(false);
});

it('has no quiet hours when they end as they begin', () => {
	expect(createQuiet({ from: '08:00', to: '08:00' })('UTC', BEGIN, BEGIN)).toBe(false);
});
