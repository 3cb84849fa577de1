import { makeCalls, makeEvents } from '../../bench/loss/events';
import { judge } from '../../bench/loss/judge';
import { createRandom } from '../../bench/support/random';
import { toLedgerRows } from '../../core/ledger/rows';
import { toEvents } from '../../core/webhook/events';
import { openWebhook } from '../../core/webhook/open';
import { sign } from '../../bench/webhook/sign';

const events = makeEvents(300, createRandom(7), 1_760_000_000);
const ids = { phoneNumberId: '1', businessAccountId: '2' };

/** What a receiver that works would store for these calls. */
function stored(calls: string[]) {
	return calls.flatMap((body) => {
		const bytes = Buffer.from(body);
		const opened = openWebhook('secret', bytes, sign('secret', bytes));
		if (!opened.ok) throw new Error(opened.reason);
		return toEvents(opened.webhook, 1_770_000_000).flatMap(({ item }) =>
			toLedgerRows({ ...item }, { now: 1_770_000_000 }),
		);
	});
}

function rowsOf(twiceShare: number) {
	const { calls } = makeCalls(events, { perCall: 20, twiceShare, ids, random: createRandom(3) });
	return stored(calls);
}

describe('the judge of lost and doubled events', () => {
	it('finds nothing wrong when every event is there, whatever the order and however often', () => {
		const rows = rowsOf(0.5);
		expect(rows.length).toBeGreaterThan(400);
		expect(judge(events, [...rows, ...rows])).toMatchObject({ lost: 0, counted_twice: 0 });
	});

	it('counts each event that is missing', () => {
		const [gone, also, ...kept] = rowsOf(0);
		expect(gone.event_id).not.toBe(also.event_id);
		expect(judge(events, kept)).toMatchObject({ lost: 2, counted_twice: 0, stored_twice: 0 });
	});

	it('counts an event that never happened', () => {
		const [first, ...rows] = rowsOf(0);
		const invented = { ...first, event_id: 'another', message_id: 'wamid.invented' };
		expect(judge(events, [first, ...rows, invented])).toMatchObject({ lost: 0, counted_twice: 1 });
	});
});
