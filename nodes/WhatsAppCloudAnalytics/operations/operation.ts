import type { About } from '../../../core/analytics/pack';
import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

/** One run of the node. */
export interface Run {
	/** Unix seconds. */
	now: number;
	/** The item being looked at, so that what is wrong with it can be told with its number. */
	item?: number;
	/** Where the cells that came in were made for a page: its time zone and title. */
	about?: About;
}

/** An operation of this node: it takes all items at once, because what happened to a message is spread over many. */
export interface AnalyticsOperation {
	/** Title Case, as in the drop-down. */
	name: string;
	/** Sentence case without articles. */
	action: string;
	description: string;
	fields: INodeProperties[];
	/** Throws InputError for an item it cannot use and for what the user entered. */
	run: (context: IExecuteFunctions, run: Run) => Promise<INodeExecutionData[]>;
}
