import { InputError } from '../../input';
import { checkLength } from '../limits';
import { given, required } from '../required';
import { interactiveContent, type Frame } from './frame';

export interface Flow {
	/** Exactly one of `id` and `name`. */
	id?: string;
	name?: string;
	cta: string;
	token?: string;
	draft?: boolean;
	/** `data_exchange` asks the flow's endpoint for its first screen. */
	action?: 'navigate' | 'data_exchange';
	/** First screen and the data it gets; only with `navigate`. */
	screen?: string;
	data?: Record<string, unknown>;
}

function flowOf({ id, name }: Flow) {
	const flow = given({ flow_id: id?.trim(), flow_name: name?.trim() });
	if (Object.keys(flow).length === 1) return flow;
	throw new InputError('Enter either the ID or the name of the flow.');
}

function payloadOf({ screen, data }: Flow) {
	// Meta refuses an empty object of data.
	const filled = data && Object.keys(data).length > 0 ? data : undefined;
	const payload = given({ screen: screen?.trim(), data: filled });
	return Object.keys(payload).length > 0 ? { flow_action_payload: payload } : {};
}

/** A form that opens inside WhatsApp. */
export function flowContent(frame: Frame, flow: Flow) {
	const flow_cta = required('The text of the button that opens the flow', flow.cta).trim();
	checkLength('flow.cta', flow_cta);
	const { token, draft, action } = flow;
	const parameters = {
		flow_message_version: '3',
		...flowOf(flow),
		flow_cta,
		...given({ flow_token: token?.trim(), flow_action: action }),
		...(draft && { mode: 'draft' }),
		...(action === 'data_exchange' ? {} : payloadOf(flow)),
	};
	return interactiveContent('flow', frame, { name: 'flow', parameters });
}
