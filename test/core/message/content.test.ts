import { InputError } from '../../../core/input';
import { messageBody } from '../../../core/message/envelope';
import { checkLength, limits } from '../../../core/message/limits';
import { templateContent } from '../../../core/message/template';
import { textContent } from '../../../core/message/text';

describe('a message body', () => {
	it('carries everything in Meta’s words', () => {
		const content = textContent({ body: 'Hello', previewUrl: true });
		expect(
			messageBody({ to: '+15550101234', replyTo: 'wamid.X', key: 'w1/a/b/c' }, content),
		).toEqual({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: '+15550101234',
			context: { message_id: 'wamid.X' },
			biz_opaque_callback_data: 'w1/a/b/c',
			type: 'text',
			text: { body: 'Hello', preview_url: true },
		});
	});

	it('addresses a user ID as recipient and leaves out what is not given', () => {
		const content = templateContent({ name: 'hello_world', language: 'en_US' });
		expect(messageBody({ recipient: 'US.5' }, content)).toEqual({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			recipient: 'US.5',
			type: 'template',
			template: { name: 'hello_world', language: { code: 'en_US' } },
		});
	});

	it('refuses a tracking key longer than Meta keeps', () => {
		expect(() =>
			messageBody({ to: '1', key: 'x'.repeat(513) }, textContent({ body: 'a' })),
		).toThrow(
			'The tracking key (campaign name and attempt) of this message has 513 characters; WhatsApp allows 512. Shorten it by 1.',
		);
	});
});

describe('a text', () => {
	it('of 4,096 characters goes through, emoji counted once', () => {
		expect(textContent({ body: '👍'.repeat(4096) }).type).toBe('text');
	});

	it('of one more is refused with item, field, limit and length', () => {
		expect(() => textContent({ body: 'x'.repeat(4097) })).toThrow(
			'The text of this text message has 4,097 characters; WhatsApp allows 4,096. Shorten it by 1.',
		);
	});

	it.each(['', ' \n '])('%j is refused as empty', (body) => {
		expect(() => textContent({ body })).toThrow(InputError);
	});
});

it('every limit names its source', () => {
	for (const [name, { item, field, max, source }] of Object.entries(limits)) {
		expect([name, Boolean(item && field && source), max > 0]).toEqual([name, true, true]);
	}
	expect(() => checkLength('template.coupon', 'x'.repeat(21), 'code')).toThrow(
		'The code of this template',
	);
});
