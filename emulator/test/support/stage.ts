import axios from 'axios';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../index';
import { closeAtTheEnd } from './leftovers';
import { type Receiver, startReceiver } from './receiver';

interface Answer {
	status: number;
	// A test looks into answers of every shape.
	body: Record<string, never> & { error?: Record<string, unknown> };
}

/** An emulator, a receiver that is subscribed to it, and a client with the right token. */
export interface Stage {
	emulator: Emulator;
	receiver: Receiver;
	/** A Graph call; the path is without the version. */
	graph: (method: string, path: string, body?: unknown, token?: string) => Promise<Answer>;
	send: (body: Record<string, unknown>) => Promise<Answer>;
	/** Opens the 24-hour window with a message from this person. */
	write: (from: string) => void;
	subscribe: () => Promise<Answer>;
	close: () => Promise<void>;
}

/** Delays near zero: what happens matters here, not when. */
export const FAST = {
	delays_ms: { sent: [1, 3], delivered: [2, 6], read: [2, 6], held: [5, 5] },
	retry: { first_ms: 20 },
	throughput: 0,
	pair_limit: false,
} satisfies EmulatorOptions;

export const PERSON = '15551234567';

export async function setTheStage(options: EmulatorOptions = {}): Promise<Stage> {
	const emulator = closeAtTheEnd(await startEmulator({ ...FAST, ...options }));
	const receiver = await startReceiver();
	const http = axios.create({
		baseURL: `${emulator.url}/v25.0`,
		validateStatus: () => true,
		proxy: false,
	});
	const { accessToken, phoneNumberId, businessAccountId } = emulator.config;
	const graph: Stage['graph'] = async (method, path, body, token = accessToken) => {
		const { status, data } = await http.request<Answer['body']>({
			method,
			url: path,
			data: body,
			headers: token ? { authorization: `Bearer ${token}` } : {},
		});
		return { status, body: data };
	};
	return {
		emulator,
		receiver,
		graph,
		send: async (body) =>
			await graph('POST', `/${phoneNumberId}/messages`, { messaging_product: 'whatsapp', ...body }),
		write: (from) => {
			emulator.control.receive({ from, text: 'Hello' });
		},
		subscribe: async () =>
			await graph('POST', `/${businessAccountId}/subscribed_apps`, {
				override_callback_uri: receiver.url,
				verify_token: 'our-verify-token',
			}),
		close: async () => {
			await emulator.close();
			await receiver.close();
		},
	};
}

export const text = (body: string, to = PERSON) => ({ to, type: 'text', text: { body } });

export const template = (name: string, to = PERSON, components?: unknown[]) => ({
	to,
	type: 'template',
	template: { name, language: { code: 'en_US' }, ...(components && { components }) },
});
