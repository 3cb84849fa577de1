import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { checkBaseUrl, checkVersion } from '../../core/graph/baseUrl';

export const CREDENTIAL = 'whatsAppCloudApi';

/** What n8n hands us, decrypted. Stays inside the transport: operations get an `Account`. */
export interface WhatsAppCredentials extends ICredentialDataDecryptedObject {
	accessToken: string;
	appId: string;
	appSecret: string;
	verifyToken: string;
	businessAccountId: string;
	phoneNumberId: string;
	privacyKey: string;
	graphVersion: string;
	baseUrl: string;
}

/** Everything about the account that an operation needs, without the secrets that only the transport needs. */
export interface Account {
	appId: string;
	businessAccountId: string;
	/** Used where a node leaves its phone number empty. */
	phoneNumberId: string;
	/** Secret of the contact hash; empty when the user wants plain numbers in the ledger. Never output it. */
	privacyKey: string;
	graphVersion: string;
	baseUrl: URL;
}

const DEFAULTS = { graphVersion: 'v25.0', baseUrl: 'https://graph.facebook.com' };

/** Fills gaps with defaults and trims what was pasted. */
export function toCredentials(
	data: ICredentialDataDecryptedObject | undefined,
): WhatsAppCredentials {
	const text = (name: string, fallback = '') => {
		const value = data?.[name];
		return (
			(typeof value === 'string' || typeof value === 'number' ? `${value}`.trim() : '') || fallback
		);
	};
	return {
		accessToken: text('accessToken'),
		appId: text('appId'),
		appSecret: text('appSecret'),
		verifyToken: text('verifyToken'),
		businessAccountId: text('businessAccountId'),
		phoneNumberId: text('phoneNumberId'),
		privacyKey: text('privacyKey'),
		graphVersion: text('graphVersion', DEFAULTS.graphVersion),
		baseUrl: text('baseUrl', DEFAULTS.baseUrl),
	};
}

/** Throws InputError when the Base URL or the version cannot be used. */
export function toAccount(credentials: WhatsAppCredentials): Account {
	const { appId, businessAccountId, phoneNumberId, privacyKey } = credentials;
	return {
		appId,
		businessAccountId,
		phoneNumberId,
		privacyKey,
		graphVersion: checkVersion(credentials.graphVersion),
		baseUrl: checkBaseUrl(credentials.baseUrl),
	};
}
