import { z } from 'zod';
import type { World } from '../../world';
import type { Call } from '../call';
import { oneOf } from '../message/common';
import { toFailure } from '../message/issues';
import type { Route } from '../route';
import { invalid, ownNumber } from './own';

const onOff = oneOf('enabled', 'disabled');

const calling = z
	.object({
		status: onOff.optional(),
		call_icon_visibility: oneOf('default', 'disable_all').optional(),
		call_icons: z
			.object({ restrict_to_user_countries: z.array(z.string().length(2)).optional() })
			.passthrough()
			.optional(),
		call_hours: z
			.object({
				status: onOff,
				timezone_id: z.string().optional(),
				weekly_operating_hours: z
					.array(
						z
							.object({
								day_of_week: z.string(),
								open_time: z.string().regex(/^([01]\d|2[0-3])[0-5]\d$/),
								close_time: z.string().regex(/^([01]\d|2[0-3])[0-5]\d$/),
							})
							.passthrough(),
					)
					.optional(),
				holiday_schedule: z.array(z.record(z.unknown())).max(20).optional(),
			})
			.passthrough()
			.optional(),
		callback_permission_status: onOff.optional(),
		srtp_key_exchange_protocol: oneOf('dtls', 'sdes').optional(),
		sip: z.object({ status: onOff }).passthrough().optional(),
	})
	.passthrough();

/** The features of a number that can be set, one per call. */
const FEATURES: Record<string, z.ZodTypeAny> = {
	calling,
	user_identity_change: z.object({ enable_identity_key_check: z.boolean() }).passthrough(),
	payload_encryption: z
		.object({ status: onOff, client_encryption_key: z.string().optional() })
		.passthrough(),
	storage_configuration: z
		.object({
			status: oneOf(
				'in_country_storage_enabled',
				'in_country_storage_disabled',
				'no_storage_enabled',
				'default',
			),
			data_localization_region: z.string().length(2).optional(),
			retention_minutes: z.number().int().positive().optional(),
		})
		.passthrough(),
};

const BY_DEFAULT = {
	calling: {
		status: 'DISABLED',
		call_icon_visibility: 'DEFAULT',
		callback_permission_status: 'DISABLED',
	},
	payload_encryption: { status: 'DISABLED' },
	storage_configuration: { status: 'DEFAULT' },
};

function read(world: World, call: Call): unknown {
	return { ...BY_DEFAULT, ...ownNumber(world, call).settings };
}

function write(world: World, call: Call): { success: true } {
	const number = ownNumber(world, call);
	const named = Object.keys(FEATURES).filter((name) => call.params[name] !== undefined);
	if (named.length !== 1) throw invalid('One feature setting must be specified');
	const [name] = named;
	const result = z.object({ [name]: FEATURES[name] }).safeParse({ [name]: call.params[name] });
	if (!result.success) throw toFailure(result.error.issues);
	const before = (read(world, call) as Record<string, object>)[name];
	number.settings[name] = { ...before, ...capitals(call.params[name]) };
	return { success: true };
}

/** Meta reads its enums in any case and answers in capitals. */
function capitals(value: unknown): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(value as Record<string, unknown>).map(([key, inner]) => [
			key,
			/status|visibility|protocol/.test(key) && typeof inner === 'string'
				? inner.toUpperCase()
				: inner,
		]),
	);
}

const needs = 'whatsapp_business_management';
const path = '/:id/settings';

export const settingsRoutes: Route[] = [
	{ method: 'GET', path, needs, run: read },
	{ method: 'POST', path, needs, run: write },
];
