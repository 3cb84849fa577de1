import { createLimiter } from '../../core/campaign/limiter';
import { clock } from '../../nodes/shared/clock';
import { importPeer, requirePeer } from '../support/peers';

/** Calls `send` when the limiter lets it go. */
export type Paced = (send: () => void) => Promise<unknown>;

export interface Contender {
	name: string;
	/** A new limiter of this many a second, and how to get rid of its timers. */
	start: (perSecond: number) => { paced: Paced; stop: () => unknown };
}

type Throttle = (options: {
	limit: number;
	interval: number;
	strict: boolean;
}) => (send: (run: () => void) => void) => (run: () => void) => Promise<void>;

type BottleneckClass = new (options: Record<string, unknown>) => {
	schedule: (task: () => Promise<void>) => Promise<void>;
	disconnect: () => unknown;
};

interface Flexible {
	RateLimiterMemory: new (options: { points: number; duration: number }) => object;
	RateLimiterQueue: new (
		limiter: object,
		options: { maxQueueSize: number },
	) => { removeTokens: (count: number) => Promise<unknown> };
}

const nothing = () => undefined;

/** Ours, on the clock that the nodes use. */
const ours: Contender = {
	name: 'ours',
	start: (perSecond) => {
		const limiter = createLimiter({ perSecond, clock });
		return { paced: async (send) => await limiter.take().then(send), stop: nothing };
	},
};

const throttled = (name: string, throttle: Throttle, strict: boolean): Contender => ({
	name,
	start: (limit) => {
		const call = throttle({ limit, interval: 1000, strict })((run) => run());
		return { paced: async (send) => await call(send), stop: nothing };
	},
});

const bottleneck = (
	name: string,
	Bottleneck: BottleneckClass,
	options: (limit: number) => Record<string, unknown>,
): Contender => ({
	name,
	start: (limit) => {
		const limiter = new Bottleneck(options(limit));
		return {
			paced: async (send) => await limiter.schedule(async () => await Promise.resolve(send())),
			stop: () => limiter.disconnect(),
		};
	},
});

const flexible = ({ RateLimiterMemory, RateLimiterQueue }: Flexible): Contender => ({
	name: 'rate-limiter-flexible queue',
	start: (points) => {
		const memory = new RateLimiterMemory({ points, duration: 1 });
		const queue = new RateLimiterQueue(memory, { maxQueueSize: 10_000 });
		return { paced: async (send) => await queue.removeTokens(1).then(send), stop: nothing };
	},
});

/** Ours first, then each peer in the ways its own documentation offers. */
export async function contenders(): Promise<Contender[]> {
	const { default: throttle } = await importPeer<{ default: Throttle }>('p-throttle', 'index.js');
	const Bottleneck = await requirePeer<BottleneckClass>('bottleneck');
	return [
		ours,
		throttled('p-throttle', throttle, false),
		throttled('p-throttle strict', throttle, true),
		bottleneck('bottleneck reservoir', Bottleneck, (limit) => ({
			reservoir: limit,
			reservoirRefreshAmount: limit,
			reservoirRefreshInterval: 1000,
		})),
		bottleneck('bottleneck minTime', Bottleneck, (limit) => ({ minTime: 1000 / limit })),
		flexible(await requirePeer<Flexible>('rate-limiter-flexible')),
	];
}
