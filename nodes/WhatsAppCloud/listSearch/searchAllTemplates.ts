import { text } from '../../../core/webhook/read';
import { templatesPath } from '../definitions';
import { listOf } from './listOf';

/** Every template in every language and state, by its ID. */
export const searchAllTemplates = listOf(
	(account) => ({
		method: 'GET',
		path: templatesPath(account),
		qs: { fields: 'id,name,language,status' },
	}),
	({ id, name, language, status }) => ({
		name: `${text(name)} (${text(language)}) · ${text(status).toLowerCase()}`,
		value: text(id),
	}),
);
