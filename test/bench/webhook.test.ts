import { createRandom } from '../../bench/support/random';
import { syntheticBodies } from '../../bench/webhook/bodies';
import { forge } from '../../bench/webhook/forge';
import { sign } from '../../bench/webhook/sign';
import { openStrange } from '../../bench/webhook/strange';

const SECRET = 'not-a-real-app-secret';
const bodies = syntheticBodies(50, createRandom(1));
const signed = bodies.map((bytes) => ({ bytes, signature: sign(SECRET, bytes) }));

it('lets no forged call in and every genuine one', () => {
	expect(forge(SECRET, signed, 20_000, createRandom(3))).toMatchObject({
		forged_accepted: 0,
		threw: 0,
		genuine_refused: 0,
	});
});

it('opens or refuses signed webhooks of any shape', () => {
	const result = openStrange(SECRET, bodies, 5000, createRandom(5));
	expect(result.threw).toBe(0);
	expect(result.opened + result.refused).toBe(5000);
	expect(result.events).toBeGreaterThan(1000);
});
