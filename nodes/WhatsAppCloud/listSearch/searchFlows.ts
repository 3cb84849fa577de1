import { InputError } from '../../../core/input';
import { text } from '../../../core/webhook/read';
import { listOf } from './listOf';

/** The flows of the account, by name and state. */
export const searchFlows = listOf(
	({ businessAccountId }) => {
		if (!businessAccountId) {
			throw new InputError('Enter the Business Account ID in the credential to list its flows.');
		}
		const qs = { fields: 'id,name,status' };
		return { method: 'GET', path: `/${businessAccountId}/flows`, qs };
	},
	({ id, name, status }) => ({
		name: `${text(name)} · ${text(status).toLowerCase()}`,
		value: text(id),
	}),
);
