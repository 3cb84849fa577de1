const open = new Set<() => Promise<void>>();

/** A test that fails half-way leaves servers open, and Jest would wait for them for ever: these are closed at the end. */
export function closeAtTheEnd<T extends { close: () => Promise<void> }>(thing: T): T {
	open.add(thing.close);
	return thing;
}

afterAll(async () => {
	await Promise.all([...open].map(async (close) => await close()));
	open.clear();
});
