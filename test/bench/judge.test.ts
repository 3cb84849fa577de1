import { judge } from '../../bench/limiter/judge';

/** `count` releases at once at each of the given moments. */
const bursts = (count: number, ...moments: number[]) =>
	moments.flatMap((at) => Array.from({ length: count }, () => at));

it('finds the bursts at both sides of a second', () => {
	expect(judge(bursts(10, 0, 999), 10, 2000)).toMatchObject({ violations: 10, worst: 20 });
});

it('takes a full window after another for what it is: exactly the limit', () => {
	const verdict = judge(bursts(10, 0, 1000, 2000), 10, 3000);
	expect(verdict).toMatchObject({ violations: 0, worst: 10, worst_100ms: 10, used_share: 1 });
});

it('counts only what was released within the busy time', () => {
	const even = Array.from({ length: 40 }, (_, i) => i * 200);
	expect(judge(even, 10, 2000)).toMatchObject({ violations: 0, worst: 5, used_share: 0.5 });
});
