import { z } from 'zod';
import { httpUrl, oneOf, text } from './common';
import { refuse } from './issues';
import { orderDetails, orderStatus } from './order';

const named = <N extends string, P extends z.ZodTypeAny>(name: N, parameters: P) =>
	z.object({ name: z.literal(name), parameters }).passthrough();

const reply = z.object({ id: text(256), title: text(20) }).strict();

const buttons = z
	.object({
		buttons: z
			.array(z.object({ type: oneOf('reply'), reply }).strict())
			.min(1)
			.max(3)
			.superRefine((list, context) => {
				const twice = (key: 'id' | 'title') =>
					new Set(list.map((one) => one.reply[key])).size < list.length;
				if (twice('title')) refuse(context, 131009, 'Duplicated title of the buttons');
				if (twice('id')) refuse(context, 131009, 'Duplicated id of the buttons');
			}),
	})
	.strict();

const row = z
	.object({ id: text(200), title: text(24), description: z.string().max(72).optional() })
	.strict();

const list = z
	.object({
		button: text(20),
		sections: z
			.array(z.object({ title: z.string().max(24).optional(), rows: z.array(row).min(1) }).strict())
			.min(1)
			.max(10)
			.superRefine((sections, context) => {
				const rows = sections.flatMap((section) => section.rows);
				if (rows.length > 10)
					refuse(context, 131009, 'Total row count exceed max allowed count: 10');
				if (new Set(rows.map(({ id }) => id)).size < rows.length)
					refuse(context, 131009, 'Duplicated row id in sections');
				if (sections.length > 1 && sections.some(({ title }) => !title))
					refuse(context, 131009, 'Section title is required when there is more than one section');
			}),
	})
	.strict();

const ctaUrl = named('cta_url', z.object({ display_text: text(20), url: httpUrl }).strict());

const flow = named(
	'flow',
	z
		.object({
			flow_message_version: z.literal('3'),
			flow_id: z.string().min(1).optional(),
			flow_name: z.string().min(1).optional(),
			flow_cta: text(30),
			flow_token: z.string().optional(),
			mode: oneOf('published', 'draft').optional(),
			flow_action: oneOf('navigate', 'data_exchange').optional(),
			flow_action_payload: z
				.object({ screen: z.string().optional(), data: z.record(z.unknown()).optional() })
				.passthrough()
				.optional(),
		})
		.passthrough()
		.superRefine(({ flow_id, flow_name }, context) => {
			if (!flow_id === !flow_name)
				refuse(context, 131009, 'use exactly one of flow_id and flow_name');
		}),
);

const productItem = z.object({ product_retailer_id: z.string().min(1) }).strict();

const productList = z
	.object({
		catalog_id: z.string().min(1),
		sections: z
			.array(
				z
					.object({
						title: z.string().max(24).optional(),
						product_items: z.array(productItem).min(1),
					})
					.strict(),
			)
			.min(1)
			.max(10)
			.superRefine((sections, context) => {
				if (sections.flatMap((section) => section.product_items).length > 30)
					refuse(context, 131009, 'Total product count exceed max allowed count: 30');
			}),
	})
	.passthrough();

const voiceCall = named(
	'voice_call',
	z
		.object({
			display_text: z.string().max(20).optional(),
			ttl_minutes: z.number().int().min(1).max(43200).optional(),
			payload: z.string().max(512).optional(),
		})
		.strict()
		.optional(),
);

const mediaCard = z
	.object({
		card_index: z.number().int().min(0),
		type: z.string(),
		header: z.record(z.unknown()).optional(),
		body: z
			.object({ text: text(160) })
			.strict()
			.optional(),
		action: z.record(z.unknown()),
	})
	.strict();

/** What `action` must be, by interactive type. */
export const actions: Record<string, z.ZodTypeAny> = {
	button: buttons,
	list,
	cta_url: ctaUrl,
	flow,
	location_request_message: z.object({ name: z.literal('send_location') }).passthrough(),
	request_contact_info: z.object({ name: z.literal('request_contact_info') }).passthrough(),
	product: z
		.object({ catalog_id: z.string().min(1), product_retailer_id: z.string().min(1) })
		.passthrough(),
	product_list: productList,
	catalog_message: z
		.object({ name: z.literal('catalog_message'), parameters: z.record(z.unknown()).optional() })
		.passthrough(),
	carousel: z.object({ cards: z.array(mediaCard).min(2).max(10) }).strict(),
	voice_call: voiceCall,
	call_permission_request: z.object({ name: z.literal('call_permission_request') }).passthrough(),
	address_message: named('address_message', z.object({ country: z.string() }).passthrough()),
	order_details: named('review_and_pay', orderDetails),
	order_status: named('review_order', orderStatus),
};
