import type { IWebhookFunctions } from 'n8n-workflow';
import type { Clock } from '../../core/clock';
import { endingOf } from '../../core/message/mediaKinds';
import { clock as realClock } from '../shared/clock';
import { connect, type Connection } from '../shared/transport';
import { fetchMedia, noteOf } from './fetchMedia';
import type { Outgoing } from './filter';
import type { Lanes } from './lanes';

/** Meta waits about 20 seconds for its answer, and the run comes after this. */
const PATIENCE_MS = 10_000;
const LOOK_EVERY_MS = 50;

const LATE = `The file was not there within ${PATIENCE_MS / 1000} seconds. Fetch it by its media_id with Media > Download.`;
const CROWDED =
	'Too many files were waiting to be fetched. Fetch it by its media_id with Media > Download.';
const SIMULATED = 'This event is simulated: there is no file behind it.';

const hasFile = ({ output, json }: Outgoing) => output === 'message' && Boolean(json.media_id);

/** Waits for the work, but not longer than the patience allows. */
async function atMost(clock: Clock, work: Promise<unknown>): Promise<void> {
	let over = false;
	const until = clock.now() + PATIENCE_MS;
	const patience = async () => {
		while (!over && clock.now() < until) await clock.sleep(LOOK_EVERY_MS);
	};
	await Promise.race([work, patience()]);
	over = true;
}

interface Fetching {
	context: IWebhookFunctions;
	connection: () => Promise<Connection>;
	limitMb: number;
	isOver: () => boolean;
}

async function attachOne(item: Outgoing, fetching: Fetching): Promise<void> {
	const { context, connection, limitMb, isOver } = fetching;
	const { media_id, filename } = item.json as { media_id: string; filename: string };
	try {
		if (isOver()) return;
		const { data, mimeType } = await fetchMedia(context, await connection(), media_id, limitMb);
		if (isOver()) return;
		const name = filename || [media_id, endingOf(mimeType)].filter(Boolean).join('.');
		const binary = await context.helpers.prepareBinaryData(data, name, mimeType);
		if (!isOver()) item.binary = { data: binary };
	} catch (error) {
		if (!isOver()) item.json.media_note = noteOf(error);
	}
}

/**
 * Puts the files of messages to their items, a few at a time and within a bounded time. Never throws: what is not there
 * then is told in the item's `media_note`.
 */
export async function attachMedia(
	context: IWebhookFunctions,
	items: Outgoing[],
	limitMb: number,
	lanes: Lanes,
	clock: Clock = realClock,
): Promise<void> {
	let isOver = false;
	let connecting: Promise<Connection> | undefined;
	const fetching: Fetching = {
		context,
		connection: async () => await (connecting ??= connect(context)),
		limitMb,
		isOver: () => isOver,
	};
	const withFile = items.filter(hasFile);
	const work = withFile.map(async (item) => {
		if (item.json.test === 'simulated') item.json.media_note = SIMULATED;
		else if (lanes.isFull()) item.json.media_note = CROWDED;
		else await lanes.run(async () => await attachOne(item, fetching));
	});
	if (work.length) await atMost(clock, Promise.all(work));
	isOver = true;
	for (const { binary, json } of withFile) if (!binary) json.media_note ??= LATE;
}
