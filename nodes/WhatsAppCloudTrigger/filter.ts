import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { WebhookEvent } from '../../core/webhook/events';
import type { EventItem, EventOutput } from '../../core/webhook/item';

/** What the builder wants to see. Empty lists mean: all. */
export interface Wanted {
	events: EventOutput[];
	statuses: string[];
	phoneNumberIds: string[];
	templates: string[];
	/** Messages the business wrote itself, in the WhatsApp Business app or from another system. */
	ignoreEchoes: boolean;
	/** 0 means any age. */
	maxAgeMinutes: number;
}

/** An item on its way out. */
export interface Outgoing {
	output: EventOutput;
	json: IDataObject;
	binary?: IBinaryKeyData;
}

export const OUTPUTS: EventOutput[] = ['message', 'status', 'account'];

const OUTPUT_OF: Record<string, EventOutput> = {
	messages: 'message',
	statuses: 'status',
	account: 'account',
};

/** The outputs behind the values of the parameter Events. */
export const outputsOf = (events: string[]) => events.map((event) => OUTPUT_OF[event]);

/** Splits `a, b` typed by a person. */
export const splitList = (text: string) =>
	text
		.split(/[\s,;]+/)
		.map((part) => part.trim())
		.filter(Boolean);

const passes = (list: string[], value: string) =>
	list.length === 0 || value === '' || list.includes(value);

/** Why an event is not passed on, as counted in the trigger's health. */
export type Unwanted = 'kind' | 'number' | 'status' | 'template' | 'own echo' | 'too old';

/**
 * Nothing for an event the builder asked for, else why not. An event that says nothing about a number or a template
 * passes the filters for those, since account events often concern all of them; a status Meta invents later passes too.
 */
export function whyUnwanted({ output, item }: WebhookEvent, wanted: Wanted): Unwanted | undefined {
	if (!wanted.events.includes(output)) return 'kind';
	if (!passes(wanted.phoneNumberIds, item.phone_number_id)) return 'number';
	const age = item.received_at - item.timestamp;
	if (wanted.maxAgeMinutes > 0 && age > wanted.maxAgeMinutes * 60) return 'too old';
	if (item.kind === 'message') return wanted.ignoreEchoes && item.echo ? 'own echo' : undefined;
	if (item.kind === 'account') {
		return passes(wanted.templates, item.template) ? undefined : 'template';
	}
	return item.unrecognised === true || passes(wanted.statuses, item.status) ? undefined : 'status';
}

export const toOutgoing = (output: EventOutput, item: EventItem): Outgoing => ({
	output,
	json: item as unknown as IDataObject,
});

/** Items in the three outputs, each in order of arrival. */
export function toOutputs(items: Outgoing[]): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = OUTPUTS.map(() => []);
	for (const { output, json, binary } of items) {
		outputs[OUTPUTS.indexOf(output)].push(binary ? { json, binary } : { json });
	}
	return outputs;
}
