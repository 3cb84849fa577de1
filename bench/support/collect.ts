/** Collects garbage before a sample, where Node was started with --expose-gc (npm run bench does). */
export function collectGarbage(): void {
	const { gc } = globalThis as { gc?: () => void };
	gc?.();
}
