/** What was written after the bench's name: `--rounds 2` is `{ rounds: '2' }`. */
export type Flags = Readonly<Record<string, string>>;

/** Reads `--name value` and `--name=value`; a name alone is `true`. Throws on anything else. */
export function readFlags(args: readonly string[]): Flags {
	const flags: Record<string, string> = {};
	for (let i = 0; i < args.length; i++) {
		const [, name, value] = /^--([a-z][a-z-]*)(?:=(.*))?$/.exec(args[i]) ?? [];
		if (!name) throw new Error(`Expected --name value, not "${args[i]}".`);
		const next = args[i + 1];
		if (value !== undefined) flags[name] = value;
		else if (next !== undefined && !next.startsWith('--')) flags[name] = args[++i];
		else flags[name] = 'true';
	}
	return flags;
}

/** A whole number from 1 to `most`, `fallback` when the flag was not given. */
export function whole(flags: Flags, name: string, fallback: number, most = 1e9): number {
	const value = flags[name] === undefined ? fallback : Number(flags[name].replaceAll('_', ''));
	if (Number.isInteger(value) && value >= 1 && value <= most) return value;
	throw new Error(`--${name} takes a whole number from 1 to ${most}, not "${flags[name]}".`);
}
