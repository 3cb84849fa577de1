import type { EventItem } from './item';

/** Account events whose sentence names people or groups. */
const NAMING = /^(smb_app_state_sync|group_)/;

const PARTS = [
	'raw',
	'latitude',
	'longitude',
	'flow_response',
	'order',
	'contacts',
	'referral',
] as const;

const NOTHING_SAID = { contact_name: '', username: '', text: '', filename: '', emoji: '' };

/**
 * The item without what people wrote, sent or are called: who, when, which type and every ID stay. Texts become empty
 * and parts such as an order are left out, so that the columns of a table stay the same.
 */
export function withoutContent(item: EventItem): EventItem {
	const kept: EventItem & { [part in (typeof PARTS)[number]]?: unknown } = { ...item };
	for (const part of PARTS) delete kept[part];
	if (kept.kind === 'message') return { ...kept, ...NOTHING_SAID, content_left_out: true };
	if (kept.kind === 'status' || !NAMING.test(kept.field)) return kept;
	return { ...kept, summary: `${kept.field}: ${kept.event}`, content_left_out: true };
}
