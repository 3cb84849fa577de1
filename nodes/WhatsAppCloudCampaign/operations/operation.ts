import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

/** One run of the node. */
export interface Run {
	/** Unix seconds. */
	now: number;
	/** Empty: numbers stay readable. Never output it. */
	privacyKey: string;
	/** The item being looked at, so that what is wrong with it can be told with its number. */
	item?: number;
}

/** An operation of this node: it takes all items at once, because a plan is about the whole list. */
export interface CampaignOperation {
	/** Title Case, as in the drop-down. */
	name: string;
	/** Sentence case without articles. */
	action: string;
	description: string;
	fields: INodeProperties[];
	/** What leaves each output. Throws InputError for an item it cannot use and for what the user entered. */
	run: (context: IExecuteFunctions, run: Run) => Promise<INodeExecutionData[][]>;
}
