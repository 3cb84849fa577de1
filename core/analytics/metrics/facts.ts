import type { Percentiles } from '../percentiles';
import type { Counts } from '../tally';

/** Meta's own figures for the same messages, where somebody fetched them. */
export interface MetaFigures {
	sent?: number;
	delivered?: number;
}

/** What costs add up to, in one currency. */
export interface CostFacts {
	currency: string;
	total: number;
	/** What the plan expected, when there was one. */
	planned?: number;
}

/** All that metrics are worked out from. */
export interface Facts {
	counts: Counts & { received: number; opt_outs: number };
	times: Record<'to_deliver' | 'to_read' | 'to_open' | 'late', Percentiles>;
	/** Messages a second in the busiest quarter of an hour; null when too few were sent to tell. */
	speed: number | null;
	/** How many entries the lists of the report have. */
	lists: Record<
		'failures' | 'skipped' | 'survival' | 'news' | 'breakdowns' | 'comparison' | 'heatmap',
		number
	>;
	/** Whether only some messages are counted; what people do by themselves then belongs to none of them. */
	narrowed: boolean;
	/** News about the limit of people per day. */
	limit_news: number;
	cost?: CostFacts;
	meta?: MetaFigures;
}
