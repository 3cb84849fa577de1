const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [SQUARE_OPEN, SQUARE_CLOSE, CURLY_OPEN, CURLY_CLOSE] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * True when JSON text nests deeper than `limit`. Parsing such a text works, but whatever stores or prints the result
 * by recursion runs out of stack.
 */
export function nestsDeeperThan(limit: number, json: Buffer): boolean {
	let depth = 0;
	let inText = false;
	for (let at = 0; at < json.length; at++) {
		const byte = json[at];
		if (inText) {
			if (byte === BACKSLASH) at++;
			else if (byte === QUOTE) inText = false;
		} else if (byte === QUOTE) inText = true;
		else if (byte === CURLY_OPEN || byte === SQUARE_OPEN) {
			if (++depth > limit) return true;
		} else if (byte === CURLY_CLOSE || byte === SQUARE_CLOSE) depth--;
	}
	return false;
}
