import { explain, type CatalogueEntry } from '../graph/catalogue';

type Explanation = Omit<CatalogueEntry, 'bucket'> & { bucket: string };

const notSent: Explanation = {
	action: 'fixRequest',
	bucket: 'Not sent',
	meaning: 'Something in the message had to be corrected, so it was not sent to Meta.',
	nextStep: 'Open the execution in n8n: each item of the send node says what to correct.',
};

/** Where Meta said nothing, a send result has a word instead of Meta's code. */
const WITHOUT_META: Readonly<Record<string, Explanation>> = {
	'': notSent,
	input: notSent,
	no_connection: {
		action: 'retry',
		bucket: 'No connection',
		meaning: 'Meta could not be reached, so it was not sent.',
		nextStep: 'Check the network and the Base URL in the credential, then send it again.',
	},
	no_answer: {
		action: 'unknown',
		bucket: 'No answer',
		meaning: 'Meta did not answer in time: it may or may not have been sent.',
		nextStep: 'Wait for a status; do not send it again before.',
	},
};

/** What a code in the ledger means: Meta's, or one of our own words. Never throws. */
export function explainCode(code: string): Explanation {
	return WITHOUT_META[code] ?? explain(code);
}
