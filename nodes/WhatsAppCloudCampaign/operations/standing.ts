import type { IDataObject } from 'n8n-workflow';
import type { Decision, Standing } from '../../../core/campaign/consent';

const iso = (at: number) => new Date(at * 1000).toISOString();

const shown = ({ kind, at, wording, source, campaign, message_id }: Decision): IDataObject => ({
	kind,
	at: iso(at),
	wording,
	source,
	campaign,
	message_id,
});

/** Where somebody stands, flat, for workflows and for people. */
export function standingJson({ consent, decision }: Standing): IDataObject {
	return {
		consent,
		consent_at: decision ? iso(decision.at) : '',
		consent_wording: decision?.wording ?? '',
		consent_source: decision?.source ?? '',
	};
}

/** The same with every decision ever made. */
export const proofJson = (standing: Standing): IDataObject => ({
	...standingJson(standing),
	decisions: standing.decisions.map(shown),
});
