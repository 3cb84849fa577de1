import templates from './fixtures/templates.json';
import type { Config } from './config';
import { firstNumbers } from './numbers';
import type { Restriction } from './restriction';
import { createPeople, type People } from './people';
import type {
	PhoneNumber,
	Callback,
	Template,
	Account,
	Message,
	Media,
	Flow,
	Group,
	UploadSession,
	GraphCall,
} from './things';

export type * from './things';

/** Everything the emulator knows, in one place. `reset` begins anew and keeps the subscriptions. */
export interface Store {
	account: Account;
	restriction?: Restriction;
	phoneNumbers: Map<string, PhoneNumber>;
	templates: Map<string, Template>;
	media: Map<string, Media>;
	/** Resumable uploads by the part of their ID before the query string. */
	uploads: Map<string, UploadSession>;
	/** Files that were uploaded whole, by the handle templates and profiles name them by. */
	handles: Map<string, { type: string; length: number }>;
	/** When an approved template was deleted, in milliseconds, by `name language`: the pair is blocked for a while. */
	deletedTemplates: Map<string, number>;
	/** When approved templates were edited, in milliseconds. */
	templateEdits: Map<string, number[]>;
	flows: Map<string, Flow>;
	groups: Map<string, Group>;
	/** IDs of groups there were: nobody can write to them any more. */
	deletedGroups: Set<string>;
	people: People;
	messages: Map<string, Message>;
	/** IDs of messages people wrote to us: what can be marked as read. */
	inbound: Set<string>;
	/** What people wrote: when (Unix seconds), which message of ours it answers, which button was tapped. */
	received: Array<{
		at: number;
		/** How many messages of ours came before. */
		after: number;
		user_id: string;
		message: Record<string, unknown>;
		answers?: string;
		button?: string;
	}>;
	sent: Array<Record<string, unknown>>;
	requests: GraphCall[];
	/** Campaign of every send that was refused. */
	rejected: string[];
	/** Messages outside templates, per number and calendar month: the first thousand are free. */
	serviceCount: Map<string, number>;
	subscribed: boolean;
	override?: Callback;
	app?: Callback & { fields: string[] };
	reset: () => void;
}

export function createStore(config: Config): Store {
	const store: Store = {
		account: firstAccount(),
		phoneNumbers: new Map(firstNumbers(config).map((number) => [number.id, number])),
		templates: new Map(),
		media: new Map(),
		uploads: new Map(),
		handles: new Map(),
		deletedTemplates: new Map(),
		templateEdits: new Map(),
		flows: new Map(),
		groups: new Map(),
		deletedGroups: new Set(),
		people: createPeople(),
		messages: new Map(),
		inbound: new Set(),
		received: [],
		sent: [],
		requests: [],
		rejected: [],
		serviceCount: new Map(),
		subscribed: false,
		reset: () => {
			const overrides = new Map(
				[...store.phoneNumbers].map(([id, { override }]) => [id, override]),
			);
			store.phoneNumbers = new Map(
				firstNumbers(config).map((number) => [
					number.id,
					{ ...number, override: overrides.get(number.id) },
				]),
			);
			store.account = firstAccount();
			store.restriction = undefined;
			store.templates = new Map(
				structuredClone(templates as Template[]).map((template) => [template.id, template]),
			);
			store.media.clear();
			store.uploads.clear();
			store.handles.clear();
			store.deletedTemplates.clear();
			store.templateEdits.clear();
			store.flows.clear();
			store.groups.clear();
			store.deletedGroups.clear();
			store.people.clear();
			store.messages.clear();
			store.inbound.clear();
			store.received.length = 0;
			store.sent.length = 0;
			store.requests.length = 0;
			store.rejected.length = 0;
			store.serviceCount.clear();
		},
	};
	store.reset();
	return store;
}

const firstAccount = (): Account => ({
	name: 'Demo Shop',
	timezone_id: '1',
	is_enabled_for_insights: true,
	disable_marketing_messages_on_cloud_api: false,
	template_auto_archival_enabled: false,
});
