import type { World } from '../../world';
import { type Call, parseList } from '../call';
import { GraphFailure } from '../error';
import { refused } from './refused';

/** Deletes by name (all languages), by `hsm_id` and name (one language), or by a list `hsm_ids`. */
export function deleteTemplates({ store, clock }: World, { params }: Call): { success: true } {
	const { name, hsm_id } = params;
	const ids = parseList(params.hsm_ids) ?? params.hsm_ids;
	if (ids !== undefined && (name !== undefined || hsm_id !== undefined))
		throw new GraphFailure(100, {
			message: '(#100) hsm_ids cannot be combined with name or hsm_id',
		});
	if (Array.isArray(ids) && ids.length > 100)
		throw new GraphFailure(100, { message: '(#100) hsm_ids takes 100 IDs at most' });
	if (ids === undefined && name === undefined)
		throw new GraphFailure(100, { message: '(#100) The parameter name is required.' });
	const doomed = [...store.templates.values()].filter((template) =>
		Array.isArray(ids)
			? ids.map(String).includes(template.id)
			: template.name === name && (hsm_id === undefined || template.id === String(hsm_id)),
	);
	if (doomed.length === 0)
		throw refused(2593002, 'Message Template Not Found', 'There is no such template to delete.');
	for (const { id, status, name: gone, language } of doomed) {
		store.templates.delete(id);
		if (status === 'APPROVED') store.deletedTemplates.set(`${gone} ${language}`, clock.now());
	}
	return { success: true };
}
