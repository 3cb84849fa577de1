import { z } from 'zod';

const span = z.tuple([z.number().min(0), z.number().min(0)]);
const share = z.number().min(0).max(1);

const delays = z
	.object({
		/** After acceptance. */
		sent: span.default([20, 60]),
		/** After sent. */
		delivered: span.default([50, 150]),
		/** After delivered. */
		read: span.default([100, 400]),
		/** How long a message held for quality waits before it goes out. */
		held: span.default([500, 1000]),
	})
	.strict();

const rates = z
	.object({
		/** Of the messages that were sent. */
		delivered: share.default(1),
		/** Of the messages that were delivered. */
		read: share.default(1),
		/** Of the accepted messages: these get a failed status and nothing else. */
		failed: share.default(0),
		/** Of the marketing templates: answered with held_for_quality_assessment, sent later. */
		held: share.default(0),
	})
	.strict();

const retry = z
	.object({
		first_ms: z.number().min(0).default(1000),
		factor: z.number().min(1).default(2),
		max_ms: z.number().min(0).default(3_600_000),
		/** Given up after this long: Meta redelivers for seven days. */
		for_ms: z
			.number()
			.min(0)
			.default(7 * 24 * 3_600_000),
		/** How long a webhook may take to answer. Real milliseconds, not scaled by `speed`. */
		timeout_ms: z.number().positive().default(20_000),
	})
	.strict();

const token = z
	.object({
		scopes: z
			.array(z.string())
			.default(['whatsapp_business_management', 'whatsapp_business_messaging']),
		/** Unix seconds, 0 = never. */
		expires_at: z.number().default(0),
		is_valid: z.boolean().default(true),
	})
	.strict();

/** Everything `PATCH /_emulator/settings` can change while the emulator runs. */
export const settingsSchema = z
	.object({
		/** Every Graph answer is held back this long. */
		latency_ms: z.number().min(0).default(0),
		/** Messages per second and number, in and out; 0 = no limit. */
		throughput: z.number().min(0).default(80),
		pair_limit: z
			.union([
				z.boolean(),
				z.object({ every_ms: z.number().positive(), burst: z.number().int().positive() }).strict(),
			])
			.default(true),
		/** How much faster than the clock delays and retries pass. Timestamps stay real. */
		speed: z.number().positive().default(1),
		delays_ms: delays.default({}),
		rates: rates.default({}),
		retry: retry.default({}),
		/** Webhooks in flight at the same time. */
		concurrency: z.number().int().positive().default(20),
		/** Events in one webhook, at most. */
		batch_max: z.number().int().min(1).max(1000).default(1),
		/** How long an event waits for company when `batch_max` is above 1. */
		batch_wait_ms: z.number().min(0).default(20),
		/** Refuse free-form messages to people who have not written within 24 hours (131047). */
		enforce_window: z.boolean().default(true),
		/** Digits. When not empty, only these may be written to (131030), as with Meta's test numbers. */
		allowed_recipients: z.array(z.string()).default([]),
		/** Digits of people who cannot be reached: accepted, then failed with 131026. */
		not_on_whatsapp: z.array(z.string()).default([]),
		/** What becomes of a template that is created. */
		template_review: z.enum(['PENDING', 'APPROVED', 'REJECTED']).default('PENDING'),
		/** How long the name of a deleted template stays blocked (approved ones, in that language). */
		template_cooldown_days: z.number().min(0).default(30),
		/** What debug_token says about the access token, and what the token may do. */
		token: token.default({}),
		seed: z.number().int().default(1),
	})
	.strict();

export type Settings = z.infer<typeof settingsSchema>;
export type SettingsPatch = z.input<typeof settingsSchema>;

/** Changes some settings and leaves the rest, one level deep (`rates: {read: 0}` keeps `rates.delivered`). */
export function patchSettings(current: Settings, patch: Record<string, unknown>): Settings {
	const merged: Record<string, unknown> = { ...current };
	for (const [name, value] of Object.entries(patch)) {
		const before = merged[name];
		merged[name] = isObject(before) && isObject(value) ? { ...before, ...value } : value;
	}
	return settingsSchema.parse(merged);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The command's defaults: some people never look at their phone, some are unreachable. */
export const lifelike: SettingsPatch = {
	delays_ms: { sent: [150, 600], delivered: [300, 2000], read: [800, 6000] },
	rates: { delivered: 0.97, read: 0.72, failed: 0.03 },
};
