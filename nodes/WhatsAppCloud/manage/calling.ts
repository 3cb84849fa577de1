import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { GraphError } from '../../../core/graph/error';
import type { GraphRequest } from '../../../core/graph/client';
import { allPages } from '../../../core/graph/pages';
import { limitOf, listFields } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import type { Fields } from '../form';
import { patiently } from '../patiently';
import { customBodyOf } from './customBody';

type Words = Pick<Operation, 'name' | 'action' | 'description' | 'fields'>;
type Request = (form: Fields) => GraphRequest | Promise<GraphRequest>;

interface Call extends Words {
	/** Throws InputError for what was entered wrongly, before anything is sent. */
	request: Request;
	/** What becomes true, as in `registered`: the result is then what is known about the item, and this. */
	done?: string;
	/** The result, where Meta's answer says more than yes. */
	result?: (answer: IDataObject, form: Fields) => IDataObject | IDataObject[];
	/** With it, users choose between this and Meta's answer as it came. */
	simplify?: (answer: IDataObject) => IDataObject;
}

interface List extends Words {
	request: Request;
	/** One entry as an item. */
	each: (entry: IDataObject) => IDataObject;
	/** Whether users may have the entries as they came instead. */
	isSimplified?: boolean;
}

const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

const wantsRaw = ({ context, item }: Fields) =>
	context.getNodeParameter('simplify', item, true) === false;

/** Meta says no to a few requests in an answer that looks like a yes. */
function refused({ reason }: IDataObject): GraphError {
	const message = typeof reason === 'string' ? reason : 'The answer was: success false.';
	return new GraphError(200, { error: { message, code: 100 } });
}

/** Reading may be repeated; whatever changes something is asked for once. */
async function ask(form: Fields, request: GraphRequest): Promise<IDataObject> {
	const { services } = form;
	const once = async () => await services.graph<IDataObject>(request);
	const answer = await (request.method === 'GET' ? patiently(services, once) : once());
	// What has an ID is there all the same, a flow with faults for one.
	if (answer.success === false && !answer.id) throw refused(answer);
	return answer;
}

/** What an operation has to know about a thing before it changes it. */
export const lookUp = async ({ services }: Fields, path: string, fields: string) =>
	await patiently(
		services,
		async () => await services.graph<IDataObject>({ method: 'GET', path, qs: { fields } }),
	);

/** An operation that is one call: fields in, one request, one result. */
export const calling = ({ request, done, result, simplify, ...words }: Call): Operation => ({
	...words,
	fields: simplify ? [...words.fields, simplifyField] : words.fields,
	async run(context, item, services) {
		const form = { context, item, services };
		const asked = await request(form);
		const body = customBodyOf(form, asked.body);
		const answer = await ask(form, body ? { ...asked, body } : asked);
		if (simplify) return wantsRaw(form) ? answer : simplify(answer);
		return result?.(answer, form) ?? { ...services.facts, [done ?? 'done']: true };
	},
});

/** An operation that lists: Return All and Limit, one item for each entry of every page. */
export const listing = ({ request, each, isSimplified, ...words }: List): Operation => ({
	...words,
	fields: [...words.fields, ...listFields, ...(isSimplified ? [simplifyField] : [])],
	async run(context, item, services) {
		const form = { context, item, services };
		const asked = await request(form);
		const max = limitOf(context, item);
		const found = await patiently(
			services,
			async () => await allPages<IDataObject>(services.graph, asked, max),
		);
		return isSimplified && wantsRaw(form) ? found : found.map(each);
	},
});
