import type { QuietHours } from './quietHours';
import type { Variant } from './variant';

/** One person of the user's list. */
export interface Contact {
	phone: string;
	user_id: string;
	/** The list's own word about consent: a yes, or when it was given. */
	opted_in: unknown;
	/** IANA name; empty: from the country. */
	time_zone: string;
	/** Two letters; empty: from the number. */
	country: string;
}

export interface PlanSettings {
	campaign: string;
	/** Meta's category of the template. Marketing always needs an opt-in. */
	category: 'marketing' | 'utility' | 'authentication';
	/** Unix seconds. */
	now: number;
	/** The pacing of the send, for the expected duration. */
	perSecond: number;
	privacyKey?: string;
	/** Calling code for numbers without one. */
	defaultCountryCode?: string;
	quietHours?: QuietHours;
	/** At most so many messages per person in so many days, over all campaigns. */
	frequencyCap?: { messages: number; days: number };
	/** How many people Meta lets this business begin with in 24 hours. */
	messagingLimit?: number;
	/** So many last messages that could not be delivered (131026) make a person unreachable; 0: never. */
	unreachableAfter?: number;
	/** After so many hours a claim or send without any answer is taken as not sent; without it never. */
	unknownForHours?: number;
	/** Plan those again whose message was refused or failed for a reason that passes. */
	retryFailed?: boolean;
	variants?: Variant[];
}
