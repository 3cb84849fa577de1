/** Progress goes to standard error: standard output carries the one line of figures. */
export function say(text: string): void {
	process.stderr.write(`bench: ${text}\n`);
}
