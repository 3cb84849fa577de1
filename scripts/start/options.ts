import { parseArgs } from 'node:util';
import { Problem } from '../runtime/problem';

const HELP = `npm start -- [options]
  --port N            port of n8n (5678)
  --emulator-port N   port of the Cloud API emulator (8480)
  --recipients N      people in the demo campaign (300)
  --headless          no demo campaign and no hints; for other programs that drive it
  --reset             begin with a new n8n: forget its database
Everything listens on 127.0.0.1 only. Ctrl-C stops all of it.`;

export interface StartOptions {
	port: number;
	emulatorPort: number;
	recipients: number;
	headless: boolean;
	reset: boolean;
}

/** Reads the command line. Prints the help and ends when asked to; a wrong value is a `Problem`. */
export function readOptions(): StartOptions {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '5678' },
			'emulator-port': { type: 'string', default: '8480' },
			recipients: { type: 'string', default: '300' },
			headless: { type: 'boolean', default: false },
			reset: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(HELP);
		process.exit(0);
	}
	const whole = (name: 'port' | 'emulator-port' | 'recipients', most: number) => {
		const value = Number(values[name]);
		if (Number.isInteger(value) && value > 0 && value <= most) return value;
		throw new Problem(
			`--${name} takes a whole number from 1 to ${most}, not "${values[name]}".`,
			HELP,
		);
	};
	return {
		headless: values.headless,
		reset: values.reset,
		port: whole('port', 65535),
		emulatorPort: whole('emulator-port', 65535),
		// The range of telephone numbers that is reserved for fiction holds a thousand.
		recipients: whole('recipients', 1000),
	};
}

/** Throws a `Problem` on a Node that is too old for the tools. */
export function requireNode(): void {
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 15)) return;
	throw new Problem(
		`This needs Node 20.15 or newer; this is Node ${process.versions.node}.`,
		'Install a current Node from nodejs.org and run the same command again.',
	);
}
