/** Something a person can mend: what happened, and the next step. Printed without a stack. */
export class Problem extends Error {
	constructor(
		message: string,
		readonly nextStep: string,
	) {
		super(message);
	}
}

/** Prints a `Problem` as two sentences; anything else with its stack. */
export function explainProblem(error: unknown): string {
	if (error instanceof Problem) return `\n${error.message}\nNext step: ${error.nextStep}\n`;
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
