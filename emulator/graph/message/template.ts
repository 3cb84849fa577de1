import { z } from 'zod';
import { coordinate, mediaObject, oneOf } from './common';
import { refuse } from './issues';

/** A parameter of a template message. `text` may be a boolean or number: Meta prints it. */
const parameter = z
	.object({ type: z.string().min(1), parameter_name: z.string().optional() })
	.passthrough()
	.superRefine((value, context) => {
		const kind = value.type.toLowerCase();
		const schema = PARAMETERS[kind];
		if (!schema) {
			refuse(
				context,
				100,
				`type must be one of {${Object.keys(PARAMETERS).join(', ').toUpperCase()}} - got "${value.type}"`,
			);
			return;
		}
		const read = schema.safeParse(value[kind]);
		if (!read.success)
			for (const issue of read.error.issues)
				context.addIssue({ ...issue, path: [kind, ...issue.path] });
	});

const PARAMETERS: Record<string, z.ZodTypeAny> = {
	text: z.union([z.boolean(), z.number(), z.string().max(32768)]),
	currency: z
		.object({
			fallback_value: z.string(),
			code: z.string().length(3),
			amount_1000: z.number().int(),
		})
		.passthrough(),
	date_time: z.object({ fallback_value: z.string() }).passthrough(),
	image: mediaObject,
	video: mediaObject,
	gif: mediaObject,
	document: mediaObject,
	location: z
		.object({
			latitude: coordinate(90),
			longitude: coordinate(180),
			name: z.string(),
			address: z.string(),
		})
		.passthrough(),
	product: z.object({ product_retailer_id: z.string() }).passthrough(),
	payload: z.string().max(256),
	coupon_code: z.string().min(1).max(20),
	action: z.record(z.unknown()),
	limited_time_offer: z.object({ expiration_time_ms: z.number().int().positive() }).passthrough(),
	tap_target_configuration: z.unknown(),
	ttl_minutes: z.number().int().min(1).max(43200),
};

const component = z
	.object({
		type: oneOf(
			'header',
			'body',
			'footer',
			'button',
			'carousel',
			'limited_time_offer',
			'tap_target_configuration',
			'order_status',
			'call_permission_request',
		),
		sub_type: z.string().optional(),
		index: z.union([z.string().regex(/^\d+$/), z.number().int().min(0)]).optional(),
		parameters: z.array(parameter).optional(),
		cards: z
			.array(
				z
					.object({
						card_index: z.number().int().min(0),
						components: z.array(z.record(z.unknown())),
					})
					.passthrough(),
			)
			.optional(),
	})
	.strict()
	.superRefine(({ type, sub_type }, context) => {
		if (type === 'button' && !sub_type) refuse(context, 131008, 'Parameter sub_type is mandatory');
	});

export const sendComponents = z.array(component);

/** The `template` object of a send; whether it fits the stored template is asked afterwards. */
export const templateObject = z
	.object({
		name: z.string().min(1).max(512),
		language: z
			.object({ code: z.string().min(1), policy: oneOf('deterministic').optional() })
			.strict(),
		components: sendComponents.optional(),
		namespace: z.string().optional(),
	})
	.passthrough();

export type SendComponent = z.infer<typeof component>;
export type SendParameter = z.infer<typeof parameter>;
