import { InputError } from '../../../core/input';
import { createFold } from '../../../core/ledger/fold';
import { addPart, toPart } from '../../../core/ledger/part';
import { row } from './support/rows';

it.each(['', 'not JSON', '{}', '[]', '{"version":2}', 'null'])('refuses %j in words', (text) => {
	expect(() => addPart(createFold(), text)).toThrow(InputError);
});

it('takes less than 0.4 KiB for a message', () => {
	const fold = createFold();
	for (let i = 0; i < 1000; i++) {
		const known = {
			message_id: `wamid.${String(i).padStart(54, 'A')}`,
			key: `Spring sale|${i}|1`,
			contact_key: `1555${String(i).padStart(7, '0')}`,
			campaign: 'Spring sale',
			template: 'spring_sale',
			phone_number_id: '106540352242922',
			country: 'US',
		};
		for (const kind of ['accepted', 'sent', 'delivered', 'read'])
			fold.add(row(kind, 1_760_000_000 + i, known));
	}
	expect(toPart(fold).length / 1000).toBeLessThan(400);
});
