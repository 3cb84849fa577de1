import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

export class WhatsAppCloudApi implements ICredentialType {
	name = 'whatsAppCloudApi';

	displayName = 'WhatsApp Cloud API';

	icon: Icon = {
		light: 'file:../icons/whatsAppCloud.svg',
		dark: 'file:../icons/whatsAppCloud.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-cloud/n8n-nodes-whatsapp-cloud?tab=readme-ov-file#credentials';

	/**
	 * The app secret and the verify token in here prove that a webhook is Meta's, and the privacy key hides people's
	 * numbers. An HTTP Request node that may use this credential could send them anywhere, so n8n decrypts it for this
	 * package's nodes only.
	 */
	restrictToSupportedNodes = true as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Permanent token of a system user. In Meta Business settings open Users > System users, choose or add one, assign it the app and the WhatsApp account with full control, then select Generate token and tick whatsapp_business_messaging and whatsapp_business_management.',
		},
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1234567890123456',
			description:
				'Number of your Meta app. At developers.facebook.com open My Apps, choose the app, then App settings > Basic.',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'On the same page as the App ID (App settings > Basic), behind the Show button. Proves that a webhook really comes from Meta.',
		},
		{
			displayName: 'Verify Token',
			name: 'verifyToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'A long random word you make up yourself, 20 characters or so. Meta repeats it when the webhook is set up, so that nobody else can. You need not enter it at Meta: the trigger does.',
		},
		{
			displayName: 'Business Account ID',
			name: 'businessAccountId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 102290129340398',
			description:
				'Number of the WhatsApp Business Account (not of the business portfolio). At developers.facebook.com open the app, then WhatsApp > API Setup.',
		},
		{
			displayName: 'Phone Number ID',
			name: 'phoneNumberId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 106540352242922',
			description:
				'Number you send from unless a node says otherwise. It is an ID, not the phone number itself: open the app at developers.facebook.com, then WhatsApp > API Setup.',
		},
		{
			displayName: 'Privacy Key',
			name: 'privacyKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Optional. Any long random text. With it, the ledger stores an irreversible code instead of each phone number. Keep it: with another key the same person counts as a new one.',
		},
		{
			displayName: 'Graph Version',
			name: 'graphVersion',
			type: 'string',
			default: 'v25.0',
			placeholder: 'e.g. v25.0',
			description: "Version of Meta's Graph API. Leave it unless Meta retires this one.",
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://graph.facebook.com',
			placeholder: 'e.g. https://graph.facebook.com',
			description:
				'Address of the Graph API. Change it only to test against an emulator. Must begin with https:// unless it is this very machine.',
		},
	];

	/**
	 * A function, because an expression would be evaluated again for every single call. Meta's resumable uploads, which
	 * carry an offset, document the older word for the same token.
	 */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const scheme = requestOptions.headers?.file_offset === undefined ? 'Bearer' : 'OAuth';
		const Authorization = `${scheme} ${credentials.accessToken as string}`;
		return { ...requestOptions, headers: { ...requestOptions.headers, Authorization } };
	}
}
