import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeListSearchItems,
} from 'n8n-workflow';
import type { GraphRequest } from '../../../core/graph/client';
import { allPages } from '../../../core/graph/pages';
import type { Account } from '../../shared/credentials';
import { asked, matches } from './asked';

/** A list search over one of Graph's lists: which list, and how an entry of it reads. */
export const listOf = (
	request: (account: Account, context: ILoadOptionsFunctions) => GraphRequest,
	toItem: (entry: IDataObject) => INodeListSearchItems,
) =>
	async function search(
		this: ILoadOptionsFunctions,
		filter?: string,
	): Promise<INodeListSearchResult> {
		const found = await asked(
			this,
			async ({ account, graph }) => await allPages<IDataObject>(graph, request(account, this)),
		);
		const results = found
			.map(toItem)
			.filter(({ name, value }) => matches(`${name} ${value}`, filter))
			.sort((a, b) => a.name.localeCompare(b.name));
		return { results };
	};
