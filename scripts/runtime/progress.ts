import { Listr } from 'listr2';

/** Runs one named step and shows it; `line` receives what to print beneath it. */
export type Progress = <T>(
	title: string,
	step: (line: (text: string) => void) => Promise<T>,
) => Promise<T>;

/** A spinner per step on a terminal, plain lines elsewhere. */
export function progress(): Progress {
	return async <T>(title: string, step: (line: (text: string) => void) => Promise<T>) => {
		let result: { value: T } | undefined;
		await new Listr(
			[
				{
					title,
					task: async (_, task) => {
						result = { value: await step((text) => (task.output = text.slice(0, 160))) };
					},
				},
			],
			{ fallbackRenderer: 'simple', rendererOptions: { collapseErrors: false } },
		).run();
		if (!result) throw new Error(`"${title}" did not finish`);
		return result.value;
	};
}
