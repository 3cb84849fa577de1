import { z } from 'zod';
import type { Template } from '../store';
import { dispatch } from '../webhooks/dispatch';
import type { World } from '../world';

const schema = z
	.object({
		/** Which template: by ID, or by name and, if there are several, language. */
		id: z.string().optional(),
		name: z.string().optional(),
		language: z.string().optional(),
		status: z
			.enum([
				'APPROVED',
				'PENDING',
				'REJECTED',
				'PAUSED',
				'DISABLED',
				'FLAGGED',
				'IN_APPEAL',
				'REINSTATED',
				'ARCHIVED',
				'UNARCHIVED',
				'LIMIT_EXCEEDED',
				'PENDING_DELETION',
				'DELETED',
			])
			.optional(),
		/** Why, in Meta's words, for example INVALID_FORMAT. */
		reason: z.string().optional(),
		/** `FIRST_PAUSE` and the like, with a sentence about it. */
		title: z.string().optional(),
		description: z.string().optional(),
		quality: z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN']).optional(),
		category: z.enum(['AUTHENTICATION', 'MARKETING', 'UTILITY']).optional(),
	})
	.strict()
	.refine(({ id, name }) => id ?? name, { message: 'say which template: id or name' })
	.refine(({ status, quality, category }) => status ?? quality ?? category, {
		message: 'say what changes: status, quality or category',
	});

export type TemplateInput = z.input<typeof schema>;
type Change = z.infer<typeof schema>;

/** What Meta does to a template: ends a review, pauses it, changes its quality or category. The app hears about each. */
export function template(world: World, input: TemplateInput): { id: string; status: string } {
	const change = schema.parse(input);
	const found = find(world, change);
	const tell = (field: string, value: Record<string, unknown>) => {
		dispatch(
			world,
			{
				field,
				phoneNumberId: '',
				value: {
					message_template_id: Number(found.id),
					message_template_name: found.name,
					message_template_language: found.language,
					...value,
				},
			},
			{ template: found.name },
		);
	};
	const { status } = change;
	if (status) tell('message_template_status_update', setStatus(world, found, status, change));
	if (change.quality) {
		const previous_quality_score = found.quality_score.score;
		found.quality_score = { score: change.quality, date: Math.floor(world.clock.now() / 1000) };
		tell('message_template_quality_update', {
			previous_quality_score,
			new_quality_score: change.quality,
		});
	}
	if (change.category) {
		const previous_category = found.category;
		Object.assign(found, { previous_category, category: change.category });
		tell('template_category_update', { previous_category, new_category: change.category });
	}
	return { id: found.id, status: found.status };
}

function find({ store }: World, { id, name, language }: Change): Template {
	const found = [...store.templates.values()].find(
		(one) =>
			(id === undefined || one.id === id) &&
			(name === undefined || one.name === name) &&
			(language === undefined || one.language === language),
	);
	if (!found) throw new NoSuchTemplate(`There is no template ${id ?? name}`);
	return found;
}

/** What a template is after an event that is no status itself. */
const AFTER: Record<string, string> = {
	REINSTATED: 'APPROVED',
	UNARCHIVED: 'APPROVED',
	FLAGGED: 'APPROVED',
};

function setStatus(
	{ store, clock }: World,
	found: Template,
	status: string,
	{ reason, title, description }: Change,
): Record<string, unknown> {
	found.status = AFTER[status] ?? status;
	if (status === 'REJECTED') found.rejected_reason = reason ?? 'INVALID_FORMAT';
	if (status === 'DELETED') store.templates.delete(found.id);
	return {
		event: status,
		reason: status === 'REJECTED' ? found.rejected_reason : (reason ?? 'NONE'),
		message_template_category: found.category,
		...(status === 'DISABLED' && {
			disable_info: { disable_date: String(Math.floor(clock.now() / 1000)) },
		}),
		...((title ?? description) && { other_info: { title, description } }),
	};
}

class NoSuchTemplate extends Error {
	readonly statusCode = 404;
}
