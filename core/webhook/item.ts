/** Where a webhook event leaves the trigger. */
export type EventOutput = 'message' | 'status' | 'account';

/** What every trigger item carries, whichever output it leaves through. Times are whole Unix seconds. */
interface EventBase {
	/** Same event, same ID, however often Meta delivers it. */
	event_id: string;
	/** Meta's webhook field: `messages`, `account_update`, `message_template_status_update` … */
	field: string;
	timestamp: number;
	received_at: number;
	business_account_id: string;
	phone_number_id: string;
	display_phone_number: string;
	/** True when our code does not know this type yet; the item is passed on all the same. */
	unrecognised?: true;
	/** Meta's original object, when the user asks for it. */
	raw?: unknown;
	/** True where the trigger was told to leave out what people wrote and are called. */
	content_left_out?: true;
	/** Only on items of a test listen: made up by the trigger, or the last real event once more. */
	test?: 'simulated' | 'replayed';
}

/** Somebody wrote to us, tapped a button, reacted, or changed their number. */
export interface MessageItem extends EventBase {
	kind: 'message';
	message_id: string;
	/** Meta's message type: text, image, interactive, button, reaction, order, system, unsupported … */
	type: string;
	/** Phone number in digits; empty when the person hides it behind a username. */
	from: string;
	/** Business-scoped user ID, for example `US.1349…`. */
	from_user_id: string;
	/** Business-scoped user ID when known, else the number: the stable name of this person. Never hashed here. */
	contact_key: string;
	/** Whom the business wrote to; only on echoes and in history, else empty. */
	to: string;
	to_user_id: string;
	contact_name: string;
	username: string;
	/** What a person would read: body, caption, button title, list row, place name … */
	text: string;
	/** ID of the message this one answers, quotes or reacts to. */
	reply_to: string;
	group_id: string;
	/** ID or payload of the tapped button or chosen list row. */
	button_id: string;
	media_id: string;
	mime_type: string;
	filename: string;
	emoji: string;
	latitude?: number;
	longitude?: number;
	flow_response?: Record<string, unknown>;
	order?: unknown;
	contacts?: unknown;
	referral?: unknown;
	error_code: string;
	/** The name this person had before, where the message says that it changed. */
	previous_contact_key?: string;
	/** True for events that belong to a conversation another app owns: never answer these by itself. */
	standby: boolean;
	/** True for messages the business itself wrote in the WhatsApp Business app. */
	echo: boolean;
	/** True for old messages that arrive when a WhatsApp Business app number is connected: never answer these. */
	history: boolean;
}

/** What happened to a message we sent. */
export interface StatusItem extends EventBase {
	kind: 'status';
	message_id: string;
	/** sent, delivered, read, played, failed … */
	status: string;
	recipient_id: string;
	recipient_user_id: string;
	contact_key: string;
	/** Group member the status is about; empty outside groups. */
	participant: string;
	/** What the sender put into `biz_opaque_callback_data`: our key. */
	key: string;
	campaign: string;
	category: string;
	pricing_type: string;
	pricing_model: string;
	error_code: string;
	error_title: string;
	error_details: string;
	/** Plain words from the catalogue; empty unless failed. */
	reason: string;
	next_step: string;
	/** True when another app owns the conversation. */
	standby?: true;
}

/** Everything about the account, its numbers, templates, and people's marketing preferences. */
export interface AccountItem extends EventBase {
	kind: 'account';
	/** Meta's event or decision word: APPROVED, PAUSED, ACCOUNT_RESTRICTION, stop, resume … */
	event: string;
	/** One sentence a person can read. */
	summary: string;
	contact_key: string;
	/** The name this person had before, where the event says that it changed. */
	previous_contact_key?: string;
	group_id?: string;
	template: string;
	language: string;
	reason: string;
	error_code: string;
}

export type EventItem = MessageItem | StatusItem | AccountItem;
