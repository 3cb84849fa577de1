import type { INodeProperties } from 'n8n-workflow';

const show = { category: ['AUTHENTICATION'] };

/** What there is to choose in a one-time-code template, whose words are Meta's. */
export const codeFields: INodeProperties[] = [
	{
		displayName: 'Code Button',
		name: 'otpType',
		type: 'options',
		options: [
			{ name: 'Copy Code', value: 'COPY_CODE', description: 'People copy the code' },
			{
				name: 'One Tap',
				value: 'ONE_TAP',
				description: 'A tap fills the code into your Android app',
			},
			{
				name: 'Zero Tap',
				value: 'ZERO_TAP',
				description:
					"Your Android app gets the code by itself. With this you accept Meta's terms for it.",
			},
		],
		default: 'COPY_CODE',
		description: 'How the code gets from the message to where it is needed',
		displayOptions: { show },
	},
	{
		displayName: 'Apps',
		name: 'apps',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add app',
		default: {},
		description: 'Android apps that may take the code, 1 to 5',
		displayOptions: { show: { ...show, otpType: ['ONE_TAP', 'ZERO_TAP'] } },
		options: [
			{
				displayName: 'App',
				name: 'app',
				values: [
					{
						displayName: 'Package Name',
						name: 'packageName',
						type: 'string',
						default: '',
						placeholder: 'e.g. com.example.shop',
					},
					{
						displayName: 'Signature Hash',
						name: 'signatureHash',
						type: 'string',
						default: '',
						placeholder: 'e.g. K8a/AINcGX7',
						description: 'The 11 characters that prove the app is yours',
					},
				],
			},
		],
	},
	{
		displayName: 'Security Advice',
		name: 'securityAdvice',
		type: 'boolean',
		default: true,
		description: 'Whether the message says not to share the code',
		displayOptions: { show },
	},
	{
		displayName: 'Code Expires After (Minutes)',
		name: 'expiresInMinutes',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 90 },
		default: 10,
		description: 'What the message says, 1 to 90; 0 says nothing',
		displayOptions: { show },
	},
];
