import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { WebhookEvent } from '../../core/webhook/events';
import type { EventOutput } from '../../core/webhook/item';

/** What the builder wants to see. Empty lists mean: all. */
export interface Wanted {
	events: EventOutput[];
	statuses: string[];
	phoneNumberIds: string[];
	templates: string[];
}

/** An item on its way out. */
export interface Outgoing {
	output: EventOutput;
	json: IDataObject;
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

/**
 * True for an event the builder asked for. An event that says nothing about a number or a template passes the filters
 * for those, since account events often concern all of them; a status Meta invents later passes too.
 */
export function isWanted({ output, item }: WebhookEvent, wanted: Wanted): boolean {
	if (!wanted.events.includes(output)) return false;
	if (!passes(wanted.phoneNumberIds, item.phone_number_id)) return false;
	if (item.kind === 'status') {
		return item.unrecognised === true || passes(wanted.statuses, item.status);
	}
	return item.kind !== 'account' || passes(wanted.templates, item.template);
}

export const toOutgoing = ({ output, item }: WebhookEvent): Outgoing => ({
	output,
	json: item as unknown as IDataObject,
});

/** Items in the three outputs, each in order of arrival. */
export function toOutputs(items: Outgoing[]): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = OUTPUTS.map(() => []);
	for (const { output, json } of items) outputs[OUTPUTS.indexOf(output)].push({ json });
	return outputs;
}
