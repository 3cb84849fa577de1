import axios from 'axios';
import type { Stage } from './stage';

/** Uploads a sample file the way template headers need it and returns its handle. */
export async function uploadSample({ emulator, graph }: Stage, type: string): Promise<string> {
	const bytes = Buffer.from('a sample');
	const { body } = await graph(
		'POST',
		`/${emulator.config.appId}/uploads?file_length=${bytes.length}&file_type=${encodeURIComponent(type)}`,
	);
	const { data } = await axios.post<{ h: string }>(
		`${emulator.url}/v25.0/${String(body.id)}`,
		bytes,
		{ headers: { authorization: `OAuth ${emulator.config.accessToken}`, file_offset: '0' } },
	);
	return data.h;
}
