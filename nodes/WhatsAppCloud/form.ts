import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Services } from '../shared/operation';

/** The options of all send operations together; each shows the ones it has a use for. */
export interface SendOptions {
	campaign?: string;
	defaultCountryCode?: string;
	includePreview?: boolean;
	marketingMessages?: boolean;
	messagesPerSecond?: number;
	previewUrl?: boolean;
	productPolicy?: string;
	recipientType?: 'individual' | 'group';
	replyTo?: string;
	shareActivity?: boolean;
	trackingAttempt?: string;
	validateOnly?: boolean;
}

/** One item's fields. */
export interface Fields {
	context: IExecuteFunctions;
	item: number;
	services: Services;
}

/** The fields of a message, and what a file among them needs to be uploaded. */
export interface Form extends Fields {
	options: SendOptions;
	/** The number that sends, and to which uploads belong. */
	phoneNumberId: string;
}

export const textOf = (value: unknown) =>
	value === undefined || value === null ? '' : `${value as string}`;

/** A field as text, whatever an expression made of it. */
export const textField = ({ context, item }: Fields, name: string) =>
	textOf(context.getNodeParameter(name, item, ''));

/** A group of fields, such as a collection. */
export const groupField = ({ context, item }: Fields, name: string) =>
	(context.getNodeParameter(name, item, {}) ?? {}) as IDataObject;

/** The entries of a field that can be repeated. */
export function rowsOf(group: unknown, entry: string): IDataObject[] {
	const rows = (group as Record<string, unknown> | undefined)?.[entry];
	return Array.isArray(rows) ? (rows as IDataObject[]) : [];
}

/** Every entry of the field `name` as texts by name. */
export const rowsField = (form: Fields, name: string, entry: string) =>
	rowsOf(groupField(form, name), entry);

/** All values of a group as texts. */
export const textsOf = (group: IDataObject): Record<string, string> =>
	Object.fromEntries(Object.entries(group).map(([name, value]) => [name, textOf(value)]));

/** `a, b` or one on each line: the entries, without empty ones. */
export const entriesOf = (text: string) =>
	text
		.split(/[,\n]/)
		.map((entry) => entry.trim())
		.filter(Boolean);
