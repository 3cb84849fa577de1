import { parseArgs } from 'node:util';
import { startEmulator, type EmulatorOptions, lifelike } from './index';

const HELP = `WhatsApp Cloud API emulator

  --port N                    port to listen on, loopback only (default 8480; 0 = any free one)
  --app-id, --app-secret, --access-token, --business-account-id, --phone-number-id, --display-phone-number
                              who to be (default: made-up values)
  --latency-ms N              hold every Graph answer back this long
  --throughput N              messages per second and number, 0 = no limit (default 80)
  --no-pair-limit             allow any number of messages to the same person
  --no-window                 allow free-form messages to people who have not written
  --speed N                   how fast delays and retries pass (default 1)
  --rates JSON                shares, for example {"delivered":0.97,"read":0.72,"failed":0.03}
  --delays-ms JSON            ranges, for example {"sent":[150,600],"delivered":[300,2000],"read":[800,6000]}
  --retry JSON                for example {"first_ms":1000,"factor":2}
  --batch-max N, --concurrency N, --seed N
  --help

Prints one line of JSON with the address when it is ready. The control API is under /_emulator/.`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

function readOptions(): EmulatorOptions | undefined {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '8480' },
			'app-id': text,
			'app-secret': text,
			'access-token': text,
			'business-account-id': text,
			'phone-number-id': text,
			'display-phone-number': text,
			'latency-ms': text,
			throughput: text,
			'no-pair-limit': flag,
			'no-window': flag,
			speed: text,
			rates: text,
			'delays-ms': text,
			retry: text,
			'batch-max': text,
			concurrency: text,
			seed: text,
			help: flag,
		},
	});
	if (values.help) return undefined;
	const number = (value?: string) => (value === undefined ? undefined : Number(value));
	const json = (value?: string) =>
		value === undefined ? undefined : (JSON.parse(value) as Record<string, never>);
	return {
		port: Number(values.port),
		appId: values['app-id'],
		appSecret: values['app-secret'],
		accessToken: values['access-token'],
		businessAccountId: values['business-account-id'],
		phoneNumberId: values['phone-number-id'],
		displayPhoneNumber: values['display-phone-number'],
		latency_ms: number(values['latency-ms']),
		throughput: number(values.throughput),
		pair_limit: values['no-pair-limit'] ? false : undefined,
		enforce_window: values['no-window'] ? false : undefined,
		speed: number(values.speed),
		rates: json(values.rates) ?? lifelike.rates,
		delays_ms: json(values['delays-ms']) ?? lifelike.delays_ms,
		retry: json(values.retry),
		batch_max: number(values['batch-max']),
		concurrency: number(values.concurrency),
		seed: number(values.seed),
	};
}

async function main(): Promise<void> {
	const options = readOptions();
	if (!options) {
		console.log(HELP);
		return;
	}
	const emulator = await startEmulator(options);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			void emulator.close().then(() => process.exit(0));
		});
	}
	console.log(
		JSON.stringify({
			url: emulator.url,
			control: `${emulator.url}/_emulator`,
			phoneNumberId: emulator.config.phoneNumberId,
			businessAccountId: emulator.config.businessAccountId,
			appId: emulator.config.appId,
		}),
	);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
