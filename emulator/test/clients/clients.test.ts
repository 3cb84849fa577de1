import { FAST } from '../support/stage';
import { closeAtTheEnd } from '../support/leftovers';
import { startEmulator } from '../../index';
import { runClient } from './support/runClient';

/** Each client, and how many things it can do that have a counterpart here. */
const CLIENTS: Array<[string, string, number]> = [
	['@kapso/whatsapp-cloud-api', 'kapso', 34],
	['@great-detail/whatsapp', 'greatDetail', 20],
	['whatsapp-api-js', 'whatsappApiJs', 26],
	['@whatsapp-cloudapi/client', 'whatsappCloudapi', 11],
];

// Clients that know nothing of this emulator and were written against Meta: what they can do, it must take.
it.each(CLIENTS)(
	'%s works against the emulator in everything it offers',
	async (_name, script, steps) => {
		const emulator = closeAtTheEnd(await startEmulator({ ...FAST, concurrency: 1 }));
		const done = await runClient(script, emulator);
		expect(done.filter(({ ok }) => !ok)).toEqual([]);
		expect(done).toHaveLength(steps);
		await emulator.close();
	},
	60_000,
);
