import { createRefusalLog } from '../../../nodes/WhatsAppCloudTrigger/refusalLog';

const SIGNATURE = 'signature does not match the app secret';

it('tells the first refusal of each reason at once', () => {
	const log = createRefusalLog();
	expect(log.refused(401, SIGNATURE, 1000)).toBe(`refused a call with 401: ${SIGNATURE}`);
	expect(log.refused(401, SIGNATURE, 1001)).toBeUndefined();
	expect(log.refused(400, 'not JSON', 1001)).toBe('refused a call with 400: not JSON');
});

it('sums up what follows, by reason, at most once a minute', () => {
	const log = createRefusalLog();
	const lines: [number, string][] = [];
	for (let now = 1000; now < 1300; now++) {
		const line = log.refused(401, SIGNATURE, now);
		if (line) lines.push([now, line]);
	}
	expect(lines).toEqual([
		[1000, `refused a call with 401: ${SIGNATURE}`],
		...[1060, 1120, 1180, 1240].map((now) => [now, `refused 60 calls with 401: ${SIGNATURE}`]),
	]);
});

it('tells all reasons in one line, also with a call that was accepted', () => {
	const log = createRefusalLog();
	for (const reason of [SIGNATURE, 'not JSON']) log.refused(401, reason, 1000);
	for (let i = 0; i < 3; i++) log.refused(401, SIGNATURE, 1010);
	log.refused(401, 'not JSON', 1010);
	expect(log.due(1030)).toBeUndefined();
	expect(log.due(1060)).toBe(`refused 3 calls with 401: ${SIGNATURE}; a call with 401: not JSON`);
	expect(log.due(1200)).toBeUndefined();
});

it('tells a reason that comes back after a quiet hour at once', () => {
	const log = createRefusalLog();
	log.refused(401, SIGNATURE, 1000);
	expect(log.refused(401, SIGNATURE, 5000)).toBe(`refused a call with 401: ${SIGNATURE}`);
});
