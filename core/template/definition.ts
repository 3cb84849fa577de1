import { z } from 'zod';

const button = z
	.object({
		type: z.string(),
		text: z.string().optional(),
		url: z.string().optional(),
		otp_type: z.string().optional(),
		example: z.unknown(),
	})
	.passthrough();

const component = z
	.object({
		type: z.string(),
		format: z.string().optional(),
		text: z.string().optional(),
		buttons: z.array(button).optional(),
		limited_time_offer: z
			.object({ has_expiration: z.boolean().optional() })
			.passthrough()
			.optional(),
		example: z
			.object({
				header_text: z.array(z.string()).optional(),
				header_handle: z.array(z.string()).optional(),
				body_text: z.array(z.array(z.string())).optional(),
				header_text_named_params: z
					.array(z.object({ param_name: z.string(), example: z.string() }))
					.optional(),
				body_text_named_params: z
					.array(z.object({ param_name: z.string(), example: z.string() }))
					.optional(),
			})
			.passthrough()
			.optional()
			// An example only decorates a label: one in another shape is as good as none.
			.catch(undefined),
	})
	.passthrough();

/** A template as `GET /{business account}/message_templates` returns it; only what we branch on. */
export const templateDefinitionSchema = z
	.object({
		name: z.string(),
		language: z.string(),
		status: z.string().default(''),
		category: z.string().default(''),
		parameter_format: z.string().optional(),
		components: z.array(component).default([]),
	})
	.passthrough();

export type TemplateDefinition = z.infer<typeof templateDefinitionSchema>;
export type TemplateComponent = z.infer<typeof component>;
export type TemplateButton = z.infer<typeof button>;

/** The fields to ask Graph for. */
export const TEMPLATE_FIELDS = 'id,name,language,status,category,parameter_format,components';

/** Finds a component by type; Meta answers in upper case and accepts both. */
export function componentOf(
	definition: TemplateDefinition,
	type: 'HEADER' | 'BODY' | 'BUTTONS' | 'FOOTER',
): TemplateComponent | undefined {
	return definition.components.find((candidate) => candidate.type.toUpperCase() === type);
}

/** How people and results name a template: `spring_sale (en_US)`. */
export const templateTitle = ({ name, language }: { name: string; language: string }) =>
	`${name} (${language})`;
