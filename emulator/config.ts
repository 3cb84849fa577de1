import { z } from 'zod';

const digits = z.string().regex(/^\d{1,20}$/, 'must be digits only');

/** Who we pretend to be. Nothing in here can be changed while the emulator runs; nothing in the defaults is real. */
export const configSchema = z.object({
	appId: digits.default('900000000000001'),
	appSecret: z.string().min(1).default('not-a-real-app-secret'),
	accessToken: z.string().min(1).default('not-a-real-access-token'),
	businessAccountId: digits.default('900000000000002'),
	phoneNumberId: digits.default('900000000000003'),
	displayPhoneNumber: z.string().min(5).default('+1 555-010-0100'),
});

export type Config = z.infer<typeof configSchema>;

/** The app's own token, as Graph spells it. */
export const appToken = (config: Config) => `${config.appId}|${config.appSecret}`;
