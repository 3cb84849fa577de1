import { explain } from '../../../core/graph/catalogue';
import { eventId } from '../../../core/ledger/eventId';
import { formatKey } from '../../../core/ledger/key';
import { statusItem } from './support';

const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'marketing' };

describe('a status', () => {
	it('carries what happened to which message, for whom, and what it cost', () => {
		const key = formatKey({ campaign: 'Spring sale', contact: 'abc', attempt: '1' });
		expect(
			statusItem({
				status: 'sent',
				recipient_id: '15550001234',
				recipient_user_id: 'US.1',
				biz_opaque_callback_data: key,
				pricing,
			}),
		).toMatchObject({
			kind: 'status',
			message_id: 'wamid.OUT',
			status: 'sent',
			timestamp: 1_790_000_000,
			recipient_id: '15550001234',
			recipient_user_id: 'US.1',
			contact_key: 'US.1',
			key,
			campaign: 'Spring sale',
			category: 'marketing',
			pricing_type: 'regular',
			pricing_model: 'PMP',
			error_code: '',
			reason: '',
			next_step: '',
		});
	});

	it('has the ID that a ledger row of the same event has', () => {
		const identity = {
			phone_number_id: '3000',
			id: 'wamid.OUT',
			kind: 'read',
			at: 1_790_000_000,
			error_code: '',
			participant: '',
		};
		expect(statusItem({ status: 'read' }).event_id).toBe(eventId(identity));
	});

	it('says in plain words why a message failed', () => {
		const item = statusItem({
			status: 'failed',
			recipient_id: '15550001234',
			errors: [
				{
					code: 131047,
					title: 'Re-engagement message',
					error_data: { details: 'More than 24 hours' },
				},
			],
		});
		expect(item).toMatchObject({
			error_code: '131047',
			error_title: 'Re-engagement message',
			error_details: 'More than 24 hours',
			reason: explain(131047).meaning,
			next_step: explain(131047).nextStep,
		});
	});

	it.each([
		['the key of another product', 'exec-42', ''],
		['no key', undefined, ''],
	])('with %s has no campaign', (_name, biz_opaque_callback_data, campaign) => {
		expect(statusItem({ status: 'sent', biz_opaque_callback_data }).campaign).toBe(campaign);
	});

	it.each([
		['recipient_participant_id', '15550001111'],
		['participant_recipient_id', '15550001111'],
		['recipient_participant_user_id', 'US.9'],
	])('in a group is about the member in %s', (name, who) => {
		const group = { recipient_type: 'group', recipient_id: 'GROUP', [name]: who };
		expect(statusItem({ status: 'read', ...group })).toMatchObject({
			participant: who,
			contact_key: who,
		});
	});

	it('of two group members are two events', () => {
		const one = statusItem({ status: 'read', recipient_participant_id: '1' });
		const other = statusItem({ status: 'read', recipient_participant_id: '2' });
		expect(one.event_id).not.toBe(other.event_id);
	});

	it('takes the user ID from the contact beside it', () => {
		const contacts = [{ wa_id: '15550001234', user_id: 'US.7' }];
		expect(
			statusItem({ status: 'read', recipient_id: '15550001234' }, { contacts }).contact_key,
		).toBe('US.7');
	});

	it.each(['seen', ''])('word "%s" of tomorrow is passed on and marked', (status) => {
		expect(statusItem({ status })).toMatchObject({ status, unrecognised: true });
	});

	it.each([
		['text', '1790000000', 1_790_000_000],
		['a number', 1_790_000_000, 1_790_000_000],
		['milliseconds', 1_790_000_000_123, 1_790_000_000],
		['nonsense', 'yesterday', 1_790_000_100],
		['nothing', undefined, 1_790_000_100],
	])('takes its time from %s', (_name, timestamp, at) => {
		expect(statusItem({ status: 'read', timestamp }).timestamp).toBe(at);
	});
});
