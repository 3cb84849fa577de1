/**
 * Brazil, Mexico and Argentina write one and the same mobile number in several ways, and Meta's `wa_id` may use another
 * way than the sender did. `canonical` is the form WhatsApp's help pages ask for; `twins` are the others.
 */
interface NumberPlan {
	countryCode: string;
	/** The national part in the form to send, and what was done to it; `undefined` when it is that already. */
	canonical(national: string): { national: string; changed: string } | undefined;
	/** Other ways to write a canonical national part. */
	twins(national: string): string[];
}

const brazil: NumberPlan = {
	countryCode: '55',
	canonical(national) {
		const old = /^([1-9][1-9])([6-9]\d{7})$/.exec(national);
		return old
			? { national: `${old[1]}9${old[2]}`, changed: "Brazil's ninth digit was added" }
			: undefined;
	},
	twins(national) {
		const mobile = /^([1-9][1-9])9([6-9]\d{7})$/.exec(national);
		return mobile ? [mobile[1] + mobile[2]] : [];
	},
};

const mexico: NumberPlan = {
	countryCode: '52',
	canonical: (national) =>
		/^1[2-9]\d{9}$/.test(national)
			? { national: national.slice(1), changed: "Mexico's former mobile prefix 1 was left out" }
			: undefined,
	twins: (national) => (/^[2-9]\d{9}$/.test(national) ? [`1${national}`] : []),
};

/** Argentina's three-digit area codes; Buenos Aires is 11, all others have four digits. */
const THREE_DIGIT_AREAS = new Set(
	(
		'220 221 223 230 236 237 249 260 261 263 264 266 280 291 294 297 298 299 336 341 342 343 345 348 351 353 358 362 ' +
		'364 370 376 379 380 381 383 385 387 388'
	).split(' '),
);

function argentineArea(national: string): number {
	if (national.startsWith('11')) return 2;
	return THREE_DIGIT_AREAS.has(national.slice(0, 3)) ? 3 : 4;
}

function without15(national: string): string {
	const area = argentineArea(national);
	return national.slice(0, area) + national.slice(area + 2);
}

const ARGENTINA_9 = "Argentina's 9 for mobile numbers was added after the country code";
const ARGENTINA_15 = "Argentina's mobile prefix 15 was replaced by a 9 after the country code";

const argentina: NumberPlan = {
	countryCode: '54',
	canonical(national) {
		const bare = national.replace(/^90?/, '');
		const has15 = bare.length === 12 && bare.startsWith('15', argentineArea(bare));
		if (!/^[1-3]/.test(bare) || (!has15 && bare.length !== 10)) return undefined;
		const result = `9${has15 ? without15(bare) : bare}`;
		if (result === national) return undefined;
		if (has15) return { national: result, changed: ARGENTINA_15 };
		const had9 = national.startsWith('9');
		return {
			national: result,
			changed: had9 ? 'the 0 before the area code was left out' : ARGENTINA_9,
		};
	},
	twins(national) {
		if (!/^9[1-3]\d{9}$/.test(national)) return [];
		const bare = national.slice(1);
		const area = argentineArea(bare);
		return [bare, `${bare.slice(0, area)}15${bare.slice(area)}`];
	},
};

const plans = [brazil, mexico, argentina];

const planOf = (digits: string) => plans.find(({ countryCode }) => digits.startsWith(countryCode));

/** The digits WhatsApp expects for this number, and in words what was changed (empty when nothing was). */
export function canonicalDigits(digits: string): { digits: string; changed: string[] } {
	const plan = planOf(digits);
	if (!plan) return { digits, changed: [] };
	const changed: string[] = [];
	let national = digits.slice(plan.countryCode.length);
	// No area code in these three countries starts with 0, so this one is the dialling prefix used inside the country.
	if (/^0[1-9]/.test(national)) {
		national = national.slice(1);
		changed.push('the 0 after the country code was left out');
	}
	const form = plan.canonical(national);
	if (form) changed.push(form.changed);
	return { digits: plan.countryCode + (form?.national ?? national), changed };
}

/**
 * Every way the same number may be written, the canonical one first: match people with it, because Meta's `wa_id` for
 * Brazil, Mexico and Argentina may differ from the number that was addressed.
 */
export function phoneVariants(digits: string): string[] {
	const canonical = canonicalDigits(digits).digits;
	const plan = planOf(canonical);
	if (!plan) return [canonical];
	const national = canonical.slice(plan.countryCode.length);
	const twins = plan.twins(national).map((twin) => plan.countryCode + twin);
	return [canonical, ...twins];
}
