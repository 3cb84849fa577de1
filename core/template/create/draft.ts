export const TEMPLATE_CATEGORIES = ['AUTHENTICATION', 'MARKETING', 'UTILITY'] as const;
export type TemplateCategory = (typeof TEMPLATE_CATEGORIES)[number];

/** What stands above the text. Media is shown to reviewers by the handle of an uploaded sample. */
export type HeaderDraft =
	| { format: 'TEXT'; text: string; example?: string }
	| { format: 'IMAGE' | 'VIDEO' | 'DOCUMENT'; handle: string }
	| { format: 'LOCATION' };

export interface ButtonDraft {
	type: string;
	text?: string;
	url?: string;
	/** Ending of the address, or the coupon code, that reviewers see. */
	example?: string;
	phoneNumber?: string;
	flowId?: string;
}

/** One card of a carousel: a picture or video, and what stands below it. */
export interface CardDraft {
	media: { format: 'IMAGE' | 'VIDEO'; handle: string };
	body: string;
	buttons: ButtonDraft[];
}

/** A template with words of the user's own. */
export interface TextDraft {
	header?: HeaderDraft;
	body: string;
	/** What reviewers see in place of each variable, by its name or number. */
	examples: Record<string, string>;
	footer?: string;
	buttons: ButtonDraft[];
	/** Makes it a carousel when there are any. */
	cards?: CardDraft[];
	/** Makes it a limited-time offer. */
	offer?: { text: string; expires: boolean };
}

/** An app that may take the code by itself. */
export interface AppDraft {
	packageName: string;
	signatureHash: string;
}

/** A template whose words are Meta's. */
export interface AuthenticationDraft {
	otpType: string;
	securityAdvice: boolean;
	/** 0 leaves it out. */
	expiresInMinutes: number;
	buttonText?: string;
	apps: AppDraft[];
}
