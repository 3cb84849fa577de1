/** The most recently added keys, up to a number; the oldest go first. */
export class Recent {
	private readonly keys = new Set<string>();

	constructor(private readonly limit: number) {}

	get size(): number {
		return this.keys.size;
	}

	has(key: string): boolean {
		return this.keys.has(key);
	}

	add(key: string): void {
		this.keys.delete(key);
		this.keys.add(key);
		if (this.keys.size <= this.limit) return;
		for (const oldest of this.keys) {
			this.keys.delete(oldest);
			return;
		}
	}

	delete(key: string): void {
		this.keys.delete(key);
	}
}
