import { createKnowledge } from '../../../../core/campaign/knowledge';
import { planCampaign } from '../../../../core/campaign/plan';
import type { Contact, PlanSettings } from '../../../../core/campaign/settings';
import type { LedgerRow } from '../../../../core/ledger/row';

/** Sunday, 22 November 2026, 12:00 UTC. */
export const NOW = Date.UTC(2026, 10, 22, 12) / 1000;

export const contact = (known: Partial<Contact> = {}): Contact => ({
	phone: '',
	user_id: '',
	opted_in: '',
	time_zone: '',
	country: '',
	...known,
});

export const settings = (known: Partial<PlanSettings> = {}): PlanSettings => ({
	campaign: 'Spring',
	category: 'marketing',
	now: NOW,
	perSecond: 80,
	...known,
});

export function plan(contacts: Contact[], rows: LedgerRow[], known: Partial<PlanSettings> = {}) {
	const knowledge = createKnowledge(known.privacyKey);
	for (const row of rows) knowledge.add(row);
	return planCampaign(contacts, knowledge, settings(known));
}
