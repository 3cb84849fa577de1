import type { LedgerRow } from '../../../../core/ledger/row';
import { row } from '../../ledger/support/rows';

const HOUR = 3600;
const DAY = 86_400;

/** Numbers that look like chance and are the same at every run. */
function createChance(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

const CODES = ['131026', '131049', '131049', '131047', '132001', '131050'];
const COUNTRIES = ['DE', 'DE', 'DE', 'US', 'GB', 'BR', 'IN'];

/**
 * Six weeks of a small shop before `now`: a campaign a week in two versions, orders every day, answers, taps, opt-outs,
 * failures and news. Times by Meta's clock in Unix seconds.
 */
export function business(now: number, perCampaign = 900): LedgerRow[] {
	const chance = createChance(7);
	const rows: LedgerRow[] = [];
	let count = 0;
	const send = (at: number, known: Partial<LedgerRow>, opens: number) => {
		const id = `m${count++}`;
		const person = `c${Math.floor(chance() * 4000)}`;
		const all = {
			...known,
			message_id: id,
			contact_key: person,
			country: COUNTRIES[Math.floor(chance() * COUNTRIES.length)],
			phone_number_id: '900000000000001',
		};
		const note = (kind: string, after: number, more: Partial<LedgerRow> = {}) =>
			at + after <= now && rows.push(row(kind, Math.floor(at + after), { ...all, ...more }));
		note('accepted', 0);
		if (chance() < 0.04) {
			const error_code = CODES[Math.floor(chance() * CODES.length)];
			note('failed', 2, { error_code });
			if (error_code === '131050') note('opted_out', 2);
			return;
		}
		note('sent', 1);
		if (chance() < 0.03) return;
		const arrives = 2 + chance() ** 8 * 9 * HOUR;
		note('delivered', arrives, {
			pricing_type: chance() < 0.2 ? 'free_customer_service' : 'regular',
			pricing_model: 'PMP',
		});
		if (chance() > opens) return;
		const reads = arrives + 20 + chance() ** 4 * 30 * HOUR;
		note('read', reads);
		if (chance() < 0.12) {
			const answer = { message_id: `in ${id}`, reply_to: id };
			note('received', reads + 60, answer);
			if (chance() < 0.5) note('clicked', reads + 60, answer);
		}
		if (chance() < 0.012) note('opted_out', reads + 90, { message_id: id });
	};
	for (let week = 6; week > 0; week--) {
		const begin = now - week * 7 * DAY + 10 * HOUR;
		for (let i = 0; i < perCampaign; i++) {
			const variant = i % 2 === 0 ? 'A' : 'B';
			send(
				begin + i / 40,
				{
					campaign: `Newsletter ${7 - week}`,
					variant,
					template: variant === 'A' ? 'newsletter_plain' : 'newsletter_picture',
					language: i % 5 === 0 ? 'en_US' : 'de',
					category: 'marketing',
				},
				variant === 'A' ? 0.6 : 0.7,
			);
		}
	}
	for (let hour = 42 * 24; hour > 0; hour--) {
		const at = now - hour * HOUR;
		const ofDay = new Date(at * 1000).getUTCHours();
		const busy = ofDay >= 7 && ofDay < 20 ? 4 : 1;
		for (let i = 0; i < busy; i++) {
			send(
				at + chance() * HOUR,
				{ template: 'order_update', language: 'de', category: 'utility' },
				0.6 + 0.3 * Math.sin((ofDay / 24) * Math.PI),
			);
		}
	}
	for (let i = 0; i < 30; i++)
		rows.push(
			row('skipped', now - 2 * DAY, {
				key: `s${i}`,
				campaign: 'Newsletter 6',
				reason: i % 3 ? 'opted_out' : 'quiet_hours',
			}),
		);
	rows.push(row('unknown', now - 3 * HOUR, { key: 'u1', campaign: 'Newsletter 6' }));
	rows.push(
		row('template_changed', now - 5 * DAY, {
			template: 'newsletter_plain',
			language: 'de',
			reason: 'QUALITY: GREEN to YELLOW',
		}),
	);
	return rows;
}
