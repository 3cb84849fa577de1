import { contactTag } from '../ledger/key';
import { hashWith } from '../ledger/privacy';
import { toAsciiDigits } from '../message/digits';
import { phoneVariants } from '../message/phone';

const isNumber = (name: string) => /^\d{7,15}$/.test(name);
const isUserId = (name: string) => /^[A-Z]{2}\.[A-Za-z0-9.]+$/.test(name);

/** Two numbers, or two user IDs, side by side are two members of a group rather than one person. */
const mayBeOne = (a: string, b: string) =>
	!(isNumber(a) && isNumber(b)) && !(isUserId(a) && isUserId(b));

/** Who is who: a person may be known by number (in several spellings), by user ID and by their hashes. */
export interface People {
	/** These names were seen on one person. Empty names are ignored. */
	join: (a: string, b: string) => void;
	/** A name of a contact: rows may hold any spelling of it, or its hash. */
	know: (name: string) => void;
	/** The same for all names of one person; changes while names are still being joined. */
	idOf: (name: string) => string;
}

/** The number in canonical digits; any other name as it is. */
function plainName(name: string): string {
	// A row that a workflow made by hand may hold the number as somebody typed it.
	const digits = toAsciiDigits(name)
		.replace(/[\s()./-]/g, '')
		.replace(/^(\+|00)/, '');
	return isNumber(digits) ? phoneVariants(digits)[0] : name;
}

/** Nobody is known yet. With a privacy key all names become hashes, so that plain and protected rows meet. */
export function createPeople(privacyKey = ''): People {
	const parents = new Map<string, string>();

	function rootOf(name: string): string {
		let root = name;
		for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
		while (name !== root) {
			const next = parents.get(name) as string;
			parents.set(name, root);
			name = next;
		}
		return root;
	}

	function unite(a: string, b: string): void {
		const [first, second] = [rootOf(a), rootOf(b)];
		if (first !== second)
			parents.set(first < second ? second : first, first < second ? first : second);
	}

	const nameOf = (name: string) => hashWith(privacyKey, plainName(name));

	return {
		join(a, b) {
			if (a === '' || b === '') return;
			const [first, second] = [plainName(a), plainName(b)];
			if (mayBeOne(first, second)) unite(nameOf(a), nameOf(b));
		},
		know(name) {
			const plain = plainName(name);
			const spellings = isNumber(plain) ? phoneVariants(plain) : [name];
			for (const spelling of spellings.filter(Boolean))
				for (const key of new Set([privacyKey, ''])) unite(nameOf(name), contactTag(spelling, key));
		},
		idOf: (name) => rootOf(nameOf(name)),
	};
}
