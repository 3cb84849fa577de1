import { gzipSync } from 'node:zlib';
import axios from 'axios';
import { median, round } from '../support/stats';
import type { DashboardN8n } from './n8n';

export interface PageFigures {
	/** The median. */
	ms: number;
	range_ms: number[];
	kib: number;
	gzip_kib: number;
}

/** The page as its owner's browser asks for it: milliseconds from the call to the last byte. */
export async function measurePage(
	n8n: DashboardN8n,
	path: string,
	times: number,
): Promise<{ html: string; figures: PageFigures }> {
	const took: number[] = [];
	let html = '';
	for (let turn = 0; turn <= times; turn++) {
		const begin = process.hrtime.bigint();
		const { data } = await axios.get<string>(`${n8n.url}/webhook/${path}`, { auth: n8n.signIn });
		// The first call finds n8n cold: nobody waits for it twice.
		if (turn > 0) took.push(Number(process.hrtime.bigint() - begin) / 1e6);
		html = data;
	}
	const gzip = gzipSync(html).length;
	const figures = {
		ms: round(median(took)),
		range_ms: [round(Math.min(...took)), round(Math.max(...took))],
		kib: round(Buffer.byteLength(html) / 1024),
		gzip_kib: round(gzip / 1024),
	};
	return { html, figures };
}
