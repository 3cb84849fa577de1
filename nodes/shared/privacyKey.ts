import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';
import { CREDENTIAL, toCredentials } from './credentials';

/** The credential's privacy key. Empty without a credential: numbers then stay readable in the ledger. */
export async function privacyKeyOf(context: IExecuteFunctions): Promise<string> {
	if (!context.getNode().credentials?.[CREDENTIAL]) return '';
	const data = await context.getCredentials<ICredentialDataDecryptedObject>(CREDENTIAL);
	return toCredentials(data).privacyKey;
}
