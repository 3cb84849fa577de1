import { readFlags, whole } from '../../bench/support/flags';

it('reads values, bare names, and names with an equals sign', () => {
	expect(readFlags(['--rounds', '2', '--quick', '--packed=/tmp/x'])).toEqual({
		rounds: '2',
		quick: 'true',
		packed: '/tmp/x',
	});
});

it.each([['0'], ['1.5'], ['many'], ['-3'], ['11']])('refuses %s rounds', (rounds) => {
	expect(() => whole({ rounds }, 'rounds', 3, 10)).toThrow('--rounds takes a whole number');
});

it('takes large numbers as people write them', () => {
	expect(whole({ cases: '1_000_000' }, 'cases', 1)).toBe(1_000_000);
});
