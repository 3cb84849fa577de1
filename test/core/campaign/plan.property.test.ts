import fc from 'fast-check';
import { standingOf } from '../../../core/campaign/consent';
import type { Contact, PlanSettings } from '../../../core/campaign/settings';
import type { LedgerRow } from '../../../core/ledger/row';
import { row } from '../ledger/support/rows';
import { contact, NOW, plan } from './support/plan';

const DAY = 86_400;
const phones = ['15551234567', '5511987654321', '551187654321', '4915123456789'];
const users = ['US.1', 'BR.2'];
const some = (values: string[]) => fc.constantFrom('', ...values);

// Few values, so that people meet, decide and are written to all the time.
const anyRow: fc.Arbitrary<LedgerRow> = fc
	.record({
		kind: fc.constantFrom(
			'opted_in',
			'opted_in',
			'opted_out',
			'claimed',
			'unknown',
			'accepted',
			'sent',
			'delivered',
			'failed',
			'received',
		),
		ago: fc.constantFrom(0, 60, 3600, DAY, 3 * DAY, 40 * DAY),
		message_id: some(['m1', 'm2', 'm3', 'm4']),
		key: some(['k1', 'k2']),
		contact_key: some([...phones, ...users]),
		recipient: some(phones),
		campaign: some(['Spring', 'Autumn']),
		error_code: some(['131026', '131049', '131000']),
	})
	.map(({ kind, ago, ...known }) => row(kind, NOW - ago, known));

const anyContact: fc.Arbitrary<Contact> = fc
	.record({
		phone: some([...phones, '+55 11 8765-4321', 'nobody']),
		user_id: some(users),
		opted_in: fc.constantFrom<unknown>('', false, true, 'no', '2026-01-01', '2027-01-01'),
		time_zone: some(['Europe/Berlin', 'Asia/Tokyo', 'Mars/Olympus']),
	})
	.map(contact);

const anySettings: fc.Arbitrary<Partial<PlanSettings>> = fc.record(
	{
		privacyKey: fc.constant('secret'),
		quietHours: fc.constant({ from: '20:00', to: '08:00', timeZone: 'UTC' }),
		frequencyCap: fc.constant({ messages: 1, days: 7 }),
		unreachableAfter: fc.constantFrom(0, 1, 2),
		unknownForHours: fc.constant(24),
		retryFailed: fc.boolean(),
	},
	{ requiredKeys: [] },
);

const rows = fc.array(anyRow, { maxLength: 12 });
const contacts = fc.array(anyContact, { maxLength: 6 });
const indexes = (all: { index: number }[]) => all.map(({ index }) => index);

it('puts every contact into exactly one of the two lists', () => {
	fc.assert(
		fc.property(contacts, rows, anySettings, (people, ledger, known) => {
			const { send, skipped, summary } = plan(people, ledger, known);
			const all = [...indexes(send), ...indexes(skipped)].sort((a, b) => a - b);
			expect(all).toEqual(people.map((_, index) => index));
			expect(summary).toMatchObject({ send: send.length, skipped: skipped.length });
			for (const { reasons } of skipped) {
				const names = reasons.map(({ reason }) => reason);
				expect(names.length).toBeGreaterThan(0);
				expect(new Set(names).size).toBe(names.length);
			}
		}),
	);
});

const saysYes = ({ opted_in }: Contact) => opted_in === true || opted_in === '2026-01-01';

it('sends marketing to nobody without an opt-in', () => {
	fc.assert(
		fc.property(contacts, rows, anySettings, (people, ledger, known) => {
			const isRecorded = ledger.some(({ kind }) => kind === 'opted_in');
			for (const { contact: one } of plan(people, ledger, known).send)
				expect(saysYes(one) || isRecorded).toBe(true);
			const without = ledger.filter(({ kind }) => kind !== 'opted_in');
			for (const { contact: one } of plan(people, without, known).send)
				expect(saysYes(one)).toBe(true);
		}),
	);
});

it('sends nothing to a person whose last word is no, and an opt-out never adds a send', () => {
	fc.assert(
		fc.property(
			contacts,
			rows,
			anySettings,
			fc.constantFrom(...phones, ...users),
			some(phones),
			(people, ledger, known, contact_key, recipient) => {
				const before = plan(people, ledger, known).send;
				const out = row('opted_out', NOW, { contact_key, recipient });
				const after = plan(people, [...ledger, out], known).send;
				const had = new Set(indexes(before));
				for (const { index, contact: one } of after) {
					expect(had).toContain(index);
					expect([one.phone, one.user_id]).not.toContain(contact_key);
				}
			},
		),
	);
});

it('an older opt-out by a name already known never adds a send either', () => {
	fc.assert(
		fc.property(contacts, rows, anySettings, anyRow, (people, ledger, known, one) => {
			const out = row('opted_out', one.at, { contact_key: one.contact_key });
			const had = new Set(indexes(plan(people, ledger, known).send));
			for (const index of indexes(plan(people, [...ledger, out], known).send))
				expect(had).toContain(index);
		}),
	);
});

it('gives the same plan for rows in any order, and repeated', () => {
	fc.assert(
		fc.property(
			contacts,
			rows,
			anySettings,
			fc.infiniteStream(fc.nat()),
			(people, ledger, known, random) => {
				const shuffled = ledger
					.map((one) => ({ one, at: random.next().value as number }))
					.sort((a, b) => a.at - b.at)
					.map(({ one }) => one);
				const again = [...shuffled, ...shuffled.slice(0, 3)];
				expect(plan(people, again, known)).toEqual(plan(people, ledger, known));
			},
		),
	);
});

it('sends to each person once, however often and by whatever name they are listed', () => {
	fc.assert(
		fc.property(contacts, rows, (people, ledger) => {
			const { send } = plan(people, ledger, { category: 'utility' });
			const names = send.flatMap(({ contact: { phone, user_id }, to }) =>
				phone === '' ? [user_id] : [to, ...(user_id ? [user_id] : [])],
			);
			expect(new Set(names).size).toBe(names.length);
		}),
	);
});

it('an opt-out of the same second wins, whatever their order', () => {
	const decision = {
		at: 5,
		wording: '',
		source: '',
		campaign: '',
		message_id: '',
		phone_number_id: '',
	};
	const both = [
		{ ...decision, kind: 'opted_out' as const },
		{ ...decision, kind: 'opted_in' as const },
	];
	expect(standingOf(both).consent).toBe('opted_out');
	expect(standingOf([...both].reverse()).consent).toBe('opted_out');
});
