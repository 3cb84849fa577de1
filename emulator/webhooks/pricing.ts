import type { Clock } from '../clock';
import type { Message, Store } from '../store';

/** From this day service messages cost, after a free thousand per number and month. */
const SERVICE_BILLED_FROM = Date.UTC(2026, 9, 1);
const FREE_PER_MONTH = 1000;

/** Whether a service message is one of the free ones; counts it. */
export function isBillable(
	store: Store,
	clock: Clock,
	category: string,
	phoneNumberId: string,
): boolean {
	if (category !== 'service') return true;
	if (clock.now() < SERVICE_BILLED_FROM) return false;
	const key = `${phoneNumberId} ${new Date(clock.now()).toISOString().slice(0, 7)}`;
	const used = (store.serviceCount.get(key) ?? 0) + 1;
	store.serviceCount.set(key, used);
	return used > FREE_PER_MONTH;
}

/** The `pricing` object of a status, as webhooks of v24.0 and later carry it. */
export function pricingOf({
	billable,
	category,
	pricing_category,
}: Message): Record<string, unknown> {
	return {
		billable,
		pricing_model: 'PMP',
		category: pricing_category ?? category,
		type: billable ? 'regular' : 'free_customer_service',
	};
}
