import { z } from 'zod';
import { amount, oneOf } from './common';
import { refuse } from './issues';

const item = z
	.object({
		retailer_id: z.string().optional(),
		name: z.string(),
		amount,
		sale_amount: amount.optional(),
		quantity: z.number().int().positive(),
	})
	.passthrough();

/** An invoice in the chat. The parts must add up to the total, as Meta checks it. */
export const orderDetails = z
	.object({
		reference_id: z.string().min(1),
		type: oneOf('digital-goods', 'physical-goods'),
		currency: z.string(),
		total_amount: amount,
		order: z
			.object({
				status: z.string(),
				items: z.array(item).min(1),
				subtotal: amount,
				tax: amount.optional(),
				shipping: amount.optional(),
				discount: amount.optional(),
			})
			.passthrough(),
	})
	.passthrough()
	.superRefine(({ total_amount, order }, context) => {
		const { subtotal, tax, shipping, discount } = order;
		const sum =
			subtotal.value + (tax?.value ?? 0) + (shipping?.value ?? 0) - (discount?.value ?? 0);
		if (sum !== total_amount.value)
			refuse(
				context,
				131009,
				`total_amount ${total_amount.value} is not the sum of its parts ${sum}`,
			);
	});

export const orderStatus = z
	.object({
		reference_id: z.string().min(1),
		order: z
			.object({
				status: oneOf(
					'pending',
					'processing',
					'partially_shipped',
					'shipped',
					'completed',
					'canceled',
				),
				description: z.string().optional(),
			})
			.passthrough(),
	})
	.passthrough();
