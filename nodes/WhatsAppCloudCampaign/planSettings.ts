import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { DEFAULT_PER_SECOND } from '../../core/campaign/limiter';
import type { PlanSettings } from '../../core/campaign/settings';
import type { Variant } from '../../core/campaign/variant';
import { InputError } from '../../core/input';
import type { Run } from './operations/operation';

const CATEGORIES = ['marketing', 'utility', 'authentication'] as const;

/** `A: 50, B: 50`; without shares all are equal. */
export function variantsOf(text: string): Variant[] {
	const parts = text.split(',').filter((part) => part.trim() !== '');
	return parts.map((part) => {
		const [, name, share = '1'] = /^([^:]+)(?::\s*(\d+(?:\.\d+)?)\s*%?)?$/.exec(part.trim()) ?? [];
		if (!name) {
			throw new InputError(
				`"${part.trim()}" is not a variant with a share. Enter them like: A: 50, B: 50`,
			);
		}
		return { name: name.trim(), share: Number(share) };
	});
}

function quietHoursOf(from: string, to: string, timeZone: string): PlanSettings['quietHours'] {
	if (from === '' && to === '') return undefined;
	if (from !== '' && to !== '') return { from, to, timeZone };
	throw new InputError('Quiet hours need both ends. Enter Quiet From and Quiet Until.');
}

/** What the user set. Throws InputError for a name or hours that cannot be used. */
export function planSettingsOf(context: IExecuteFunctions, run: Run): PlanSettings {
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	const text = (name: string) => `${(options[name] as string | undefined) ?? ''}`.trim();
	const number = (name: string, fallback = 0) => {
		const value = Number(options[name] ?? fallback);
		return Number.isFinite(value) ? value : fallback;
	};
	const campaign = `${context.getNodeParameter('campaign', 0) as string}`.trim();
	if (campaign === '') {
		throw new InputError('Enter the name of the campaign: by it nobody gets the same one twice.');
	}
	const category = context.getNodeParameter('category', 0) as (typeof CATEGORIES)[number];
	if (!CATEGORIES.includes(category)) {
		throw new InputError('The template category is marketing, utility or authentication.');
	}
	const messages = number('capMessages', options.capDays === undefined ? 0 : 2);
	return {
		campaign,
		category,
		now: run.now,
		privacyKey: run.privacyKey,
		perSecond: Math.max(1, number('perSecond', DEFAULT_PER_SECOND)),
		defaultCountryCode: text('defaultCountryCode') || undefined,
		quietHours: quietHoursOf(text('quietFrom'), text('quietUntil'), context.getTimezone()),
		frequencyCap: messages > 0 ? { messages, days: number('capDays', 7) } : undefined,
		messagingLimit: number('messagingLimit') || undefined,
		unreachableAfter: number('unreachableAfter', 1),
		unknownForHours: number('unknownForHours') || undefined,
		retryFailed: options.retryFailed === true,
		variants: variantsOf(text('variants')),
	};
}
