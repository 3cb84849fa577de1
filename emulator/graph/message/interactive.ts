import { z } from 'zod';
import { actions } from './actions';
import { mediaObject, oneOf, text } from './common';
import { refuse } from './issues';

const header = z
	.object({
		type: oneOf('text', 'image', 'video', 'document'),
		text: text(60).optional(),
		sub_text: z.string().max(60).optional(),
		image: mediaObject.optional(),
		video: mediaObject.optional(),
		document: mediaObject.optional(),
	})
	.strict()
	.superRefine((value, context) => {
		const kind = value.type as 'text' | 'image' | 'video' | 'document';
		if (value[kind] === undefined) refuse(context, 131008, `Parameter ${kind} is mandatory`);
	});

/** Limits that differ between the types; a header nobody listed is not allowed. */
const RULES: Record<
	string,
	{ headers?: string[]; needsHeader?: true; bodyOptional?: true; body?: number }
> = {
	button: { headers: ['text', 'image', 'video', 'document'] },
	list: { headers: ['text'], body: 4096 },
	cta_url: { headers: ['text', 'image', 'video', 'document'] },
	flow: { headers: ['text', 'image', 'video', 'document'] },
	product: { bodyOptional: true },
	product_list: { headers: ['text'], needsHeader: true },
	call_permission_request: { bodyOptional: true },
	address_message: { headers: ['text', 'image', 'video', 'document'] },
	order_details: { headers: ['image', 'video', 'document'] },
};

/** Interactive messages of every documented type. */
export const interactive = z
	.object({
		type: oneOf(...(Object.keys(actions) as [string, ...string[]])),
		header: header.optional(),
		body: z
			.object({ text: z.string().min(1) })
			.strict()
			.optional(),
		footer: z
			.object({ text: text(60) })
			.strict()
			.optional(),
		action: z.record(z.unknown()),
	})
	.strict()
	.superRefine((value, context) => {
		const type = value.type as string;
		const rule = RULES[type] ?? {};
		if (!value.body && !rule.bodyOptional) refuse(context, 131008, 'Parameter body is mandatory');
		const max = rule.body ?? 1024;
		if (value.body && value.body.text.length > max)
			refuse(context, 100, `must be at most ${max} characters long`, ['body', 'text']);
		if (rule.needsHeader && !value.header) refuse(context, 131008, 'Parameter header is mandatory');
		if (value.header && !rule.headers?.includes(value.header.type as string))
			refuse(context, 131009, `type ${String(value.header.type)} is not supported here`, [
				'header',
			]);
		const action = actions[type].safeParse(value.action);
		if (!action.success)
			for (const issue of action.error.issues)
				context.addIssue({ ...issue, path: ['action', ...issue.path] });
	});
