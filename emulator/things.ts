import type { Person } from './people';

export interface PhoneNumber {
	id: string;
	display_phone_number: string;
	verified_name: string;
	/** Digits of `display_phone_number`, as webhooks carry it. */
	digits: string;
	profile: Record<string, unknown>;
	override?: Callback;
	/** `CONNECTED` while registered; otherwise `PENDING` (new) or `DISCONNECTED` (deregistered). */
	status: string;
	code_verification_status: string;
	quality_rating: string;
	name_status: string;
	new_display_name?: string;
	search_visibility: string;
	throughput: string;
	/** Two-step verification. */
	pin?: string;
	/** A code was asked for and not used yet. */
	codeSent: boolean;
	/** When it was registered or deregistered, in milliseconds. */
	registrations: number[];
	settings: Record<string, unknown>;
	commerce: { is_cart_enabled: boolean; is_catalog_visible: boolean };
	automation: { prompts: string[]; commands: Array<Record<string, unknown>> };
	qrCodes: Map<string, { code: string; prefilled_message: string; created: number }>;
	/** Who is blocked, by user ID. */
	blocked: Map<string, { wa_id?: string; user_id: string }>;
	encryptionKey?: string;
	username?: string;
}

export interface Callback {
	url: string;
	verifyToken: string;
}

export interface Component {
	type: string;
	format?: string;
	text?: string;
	buttons?: Array<{ type: string; text?: string; url?: string; [key: string]: unknown }>;
	cards?: Array<{ components: Component[] }>;
	[key: string]: unknown;
}

export interface Template {
	id: string;
	name: string;
	language: string;
	status: string;
	category: string;
	parameter_format: string;
	components: Component[];
	quality_score: { score: string; date?: number };
	[key: string]: unknown;
}

/** What can be changed about the business account. */
export interface Account {
	name: string;
	timezone_id: string;
	is_enabled_for_insights: boolean;
	disable_marketing_messages_on_cloud_api: boolean;
	template_auto_archival_enabled: boolean;
}

export type State = 'sent' | 'delivered' | 'read' | 'played';

/** A message we accepted and what became of it: the ground truth others are compared with. Unix seconds. */
export interface Message {
	message_id: string;
	phone_number_id: string;
	to: string;
	person: Person;
	addressedBy: 'phone' | 'user_id' | 'group';
	key: string;
	type: string;
	template: string;
	template_id: string;
	language: string;
	/** `marketing`, `utility`, `authentication` or `service`. */
	category: string;
	billable: boolean;
	accepted_at: number;
	held: boolean;
	states: Partial<Record<State, number>> & { failed?: { at: number; code: number } };
	/** Where it is billed under another name than its category's. */
	pricing_category?: string;
	/** The order of acceptance, from 1. */
	index: number;
}

export interface Media {
	id: string;
	phoneNumberId: string;
	mime_type: string;
	sha256: string;
	content: Buffer;
	filename?: string;
	created: number;
}

export interface Flow {
	id: string;
	name: string;
	status: 'DRAFT' | 'PUBLISHED' | 'DEPRECATED';
	categories: string[];
	/** The Flow JSON as text, once there is one. */
	json?: string;
	validation_errors: Array<Record<string, unknown>>;
	endpoint_uri?: string;
	application_id: string;
	previewToken: string;
	/** Milliseconds. */
	previewUntil: number;
	updated: number;
}

export interface Member {
	wa_id?: string;
	user_id: string;
}

export interface Group {
	id: string;
	phone_number_id: string;
	subject: string;
	description: string;
	join_approval_mode: string;
	/** Unix seconds. */
	created: number;
	suspended: boolean;
	members: Member[];
	/** The end of the invite link; none after it was revoked. */
	invite?: string;
	joinRequests: Map<string, Member & { at: number }>;
}

/** A resumable upload that was begun. */
export interface UploadSession {
	id: string;
	type: string;
	length: number;
	received: Buffer[];
}

export interface GraphCall {
	method: string;
	path: string;
	query: Record<string, unknown>;
	/** 0 when the connection was cut before an answer. */
	status: number;
	at: number;
	ms: number;
}
