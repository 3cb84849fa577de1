import { randomBytes } from 'node:crypto';
import { objectId } from '../../ids';
import type { Flow } from '../../store';
import type { World } from '../../world';
import { requireAccount } from '../businessAccount';
import type { Call } from '../call';
import { GraphFailure, noSuchObject } from '../error';
import { readParts } from '../multipart';
import { invalid } from '../number/own';
import { pageOf } from '../page';
import type { Route } from '../route';
import {
	changeStatus,
	jsonOf,
	readCategories,
	readEndpoint,
	requireFreeName,
	showFlow,
} from './node';
import { validateFlow } from './validate';

function flowOf({ store }: World, { method, id }: Call): Flow {
	const flow = store.flows.get(id);
	if (!flow) throw noSuchObject(method, id);
	return flow;
}

async function create(world: World, call: Call): Promise<unknown> {
	requireAccount(world, call);
	const { config, store, clock } = world;
	const { fields } = await readParts(call);
	const { name, categories, clone_flow_id, endpoint_uri, flow_json, publish } = fields;
	requireFreeName(world, String(name ?? ''));
	const read = readCategories(categories);
	const source = clone_flow_id === undefined ? undefined : store.flows.get(String(clone_flow_id));
	if (clone_flow_id !== undefined && !source)
		throw invalid(`Param clone_flow_id does not name a flow: ${String(clone_flow_id)}.`);
	const flow: Flow = {
		id: objectId(),
		name: String(name),
		status: 'DRAFT',
		categories: read,
		validation_errors: [],
		application_id: config.appId,
		previewToken: randomBytes(16).toString('hex'),
		previewUntil: 0,
		updated: clock.now(),
		...(endpoint_uri !== undefined && { endpoint_uri: readEndpoint(endpoint_uri) }),
	};
	const json = flow_json ?? source?.json;
	if (json !== undefined) keepJson(flow, typeof json === 'string' ? json : JSON.stringify(json));
	if (String(publish) === 'true') publishFlow(world, flow);
	store.flows.set(flow.id, flow);
	return {
		id: flow.id,
		...(json !== undefined && { success: true, validation_errors: flow.validation_errors }),
	};
}

function keepJson(flow: Flow, json: string): void {
	flow.json = json;
	flow.validation_errors = validateFlow(json);
}

function list(world: World, call: Call): unknown {
	requireAccount(world, call);
	const { page, paging } = pageOf([...world.store.flows.values()].reverse(), call);
	return {
		data: page.map((flow) => showFlow(world, flow, call.params.fields)),
		...(paging && { paging }),
	};
}

/** Puts a new Flow JSON into a draft. What is wrong with it is in the answer; the file is kept all the same. */
async function upload(world: World, call: Call): Promise<unknown> {
	const flow = flowOf(world, call);
	const { fields, file } = await readParts(call);
	if (fields.asset_type !== 'FLOW_JSON')
		throw invalid('Param asset_type must be one of {FLOW_JSON}.');
	if (fields.name !== 'flow.json') throw invalid('Param name must be flow.json.');
	if (!file) throw invalid('The parameter file is required.');
	if (file.content.length > 10 * 2 ** 20) throw invalid('The file may have 10 MB at most.');
	if (flow.status !== 'DRAFT')
		throw new GraphFailure(139001, {
			userTitle: 'Flow cannot be updated',
			userMessage: 'Only a draft takes a new Flow JSON. Clone the flow and change the clone.',
		});
	keepJson(flow, file.content.toString());
	flow.updated = world.clock.now();
	return { success: true, validation_errors: flow.validation_errors };
}

function assets(world: World, call: Call): unknown {
	const flow = flowOf(world, call);
	if (flow.json === undefined) return { data: [] };
	const asset = {
		name: 'flow.json',
		asset_type: 'FLOW_JSON',
		download_url: `${call.baseUrl}/whatsapp_business/flow_json/?flow=${flow.id}`,
	};
	const { paging } = pageOf([{ id: flow.id }], call);
	return { data: [asset], paging };
}

function download({ store }: World, { params, reply }: Call): string {
	const json = store.flows.get(String(params.flow))?.json;
	if (json === undefined) throw noSuchObject('GET', String(params.flow));
	void reply.type('application/json');
	return json;
}

function publishFlow(world: World, flow: Flow): void {
	const refused = (userMessage: string) =>
		new GraphFailure(139002, {
			message: '(#139002) Publishing attempt failed',
			userTitle: 'Flow cannot be published',
			userMessage,
		});
	if (flow.status !== 'DRAFT') throw refused('Only a draft can be published.');
	if (flow.json === undefined) throw refused('The flow has no Flow JSON yet.');
	if (flow.validation_errors.length > 0)
		throw refused('The Flow JSON has validation errors. Correct them first.');
	if (jsonOf(flow).data_api_version !== undefined && !flow.endpoint_uri)
		throw refused('The Flow JSON uses an endpoint. Set endpoint_uri first.');
	changeStatus(world, flow, 'PUBLISHED');
}

function publish(world: World, call: Call): { success: true } {
	publishFlow(world, flowOf(world, call));
	return { success: true };
}

function deprecate(world: World, call: Call): { success: true } {
	const flow = flowOf(world, call);
	if (flow.status !== 'PUBLISHED')
		throw new GraphFailure(139003, {
			userTitle: 'Flow cannot be deprecated',
			userMessage: 'Only a published flow can be deprecated.',
		});
	changeStatus(world, flow, 'DEPRECATED');
	return { success: true };
}

const needs = 'whatsapp_business_management';

export const flowRoutes: Route[] = [
	{ method: 'POST', path: '/:id/flows', needs, run: create },
	{ method: 'GET', path: '/:id/flows', needs, run: list },
	{ method: 'POST', path: '/:id/assets', needs, run: upload },
	{ method: 'GET', path: '/:id/assets', needs, run: assets },
	{ method: 'POST', path: '/:id/publish', needs, run: publish },
	{ method: 'POST', path: '/:id/deprecate', needs, run: deprecate },
	{ method: 'GET', path: '/whatsapp_business/flow_json/', needs: 'any', run: download },
];
