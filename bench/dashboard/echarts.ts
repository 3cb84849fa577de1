import { gzipSync } from 'node:zlib';
import { renderDashboard } from '../../core/analytics/dashboard';
import type { Report } from '../../core/analytics/report';
import { requirePeer } from '../support/peers';
import { median, round } from '../support/stats';

interface Chart {
	setOption: (option: object) => void;
	renderToSVGString: () => string;
	dispose: () => void;
}

interface ECharts {
	init: (element: null, theme: null, options: object) => Chart;
}

/** The charts of our page, as ECharts draws them on a server: funnel, trend, failure reasons, campaigns. */
const optionsOf = ({ counts, trend, failures, campaigns }: Report): object[] => [
	{
		series: [
			{
				type: 'funnel',
				data: (['attempted', 'accepted', 'sent', 'delivered', 'read'] as const).map((name) => ({
					name,
					value: counts[name],
				})),
			},
		],
	},
	{
		xAxis: { type: 'category', data: trend.points.map(({ label }) => label) },
		yAxis: {},
		series: (['delivered', 'read', 'failed'] as const).map((name) => ({
			type: 'bar',
			stack: 'all',
			name,
			data: trend.points.map((point) => point[name]),
		})),
	},
	{
		xAxis: {},
		yAxis: { type: 'category', data: failures.map(({ bucket }) => bucket) },
		series: [{ type: 'bar', data: failures.map(({ count }) => count) }],
	},
	{
		xAxis: {},
		yAxis: { type: 'category', data: campaigns.map(({ name }) => name) },
		series: [{ type: 'bar', data: campaigns.map(({ counts: { delivered } }) => delivered) }],
	},
];

const milliseconds = (draw: () => void): number => {
	const begin = process.hrtime.bigint();
	draw();
	return Number(process.hrtime.bigint() - begin) / 1e6;
};

/** Drawing alone, from the same report: our whole page against ECharts' charts without a page around them. */
export async function measureECharts(report: Report, times: number) {
	const { init } = await requirePeer<ECharts>('echarts');
	const charts = () =>
		optionsOf(report).map((option) => {
			const chart = init(null, null, { renderer: 'svg', ssr: true, width: 640, height: 300 });
			chart.setOption({ animation: false, ...option });
			const svg = chart.renderToSVGString();
			chart.dispose();
			return svg;
		});
	const [ours, theirs]: [number[], number[]] = [[], []];
	for (let turn = 0; turn <= times; turn++) {
		const page = milliseconds(() => void renderDashboard(report));
		const drawn = milliseconds(() => void charts());
		if (turn === 0) continue;
		ours.push(page);
		theirs.push(drawn);
	}
	const kib = (text: string) => round(gzipSync(text).length / 1024);
	return {
		our_page: { draw_ms: round(median(ours)), gzip_kib: kib(renderDashboard(report)) },
		echarts_charts: { draw_ms: round(median(theirs)), gzip_kib: kib(charts().join('')) },
	};
}
