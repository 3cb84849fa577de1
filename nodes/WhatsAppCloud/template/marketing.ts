import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../../../core/input';
import { given } from '../../../core/message/required';
import type { Form, SendOptions } from '../form';

const marketingMessages: INodeProperties = {
	displayName: 'Marketing Messages API',
	name: 'marketingMessages',
	type: 'boolean',
	default: false,
	description:
		"Whether to send a marketing template through Meta's Marketing Messages API, which chooses the moment and reaches more people. Your account has to be signed up for it.",
};

const productPolicy: INodeProperties = {
	displayName: 'Marketing Messages Policy',
	name: 'productPolicy',
	type: 'options',
	options: [
		{
			name: 'Fall Back to Cloud API',
			value: 'CLOUD_API_FALLBACK',
			description: 'Send as usual where the Marketing Messages API is not available',
		},
		{
			name: 'Strict',
			value: 'STRICT',
			description: 'Refuse where the Marketing Messages API is not available',
		},
	],
	default: 'CLOUD_API_FALLBACK',
	description: 'What Meta does where the Marketing Messages API is not available',
};

const shareActivity: INodeProperties = {
	displayName: 'Marketing Messages Activity Sharing',
	name: 'shareActivity',
	type: 'boolean',
	default: false,
	description:
		'Whether Meta may use who read and tapped this message to choose better moments. Left out, the setting of the account counts.',
};

export const marketingOptions = [marketingMessages, productPolicy, shareActivity];

export const marketingEdge = ({ marketingMessages }: SendOptions) =>
	marketingMessages ? 'marketing_messages' : 'messages';

/** What the Marketing Messages API takes besides. Throws InputError when the template is none of marketing. */
export function marketingFields({ options, services }: Form) {
	if (!options.marketingMessages) return {};
	const { category, template } = services.facts;
	if (category === 'marketing') {
		const { productPolicy: product_policy, shareActivity: message_activity_sharing } = options;
		return given({ product_policy, message_activity_sharing });
	}
	throw new InputError(
		`The Marketing Messages API takes marketing templates only, and ${template as string} is of the category ${category as string}. Remove the option, or choose another template.`,
	);
}
