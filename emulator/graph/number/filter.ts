import type { PhoneNumber } from '../../store';
import { isObject, parseList } from '../call';
import { invalid } from './own';

interface Filter {
	field: string;
	fits: (value: unknown) => boolean;
}

type Compare = (value: unknown, wanted: unknown) => boolean;

const equal: Compare = (value, wanted) => String(value) === String(wanted);
const among: Compare = (value, wanted) =>
	(Array.isArray(wanted) ? wanted : [wanted]).some((one) => equal(value, one));

const OPERATORS: Record<string, Compare> = {
	EQUAL: equal,
	NOT_EQUAL: (value, wanted) => !equal(value, wanted),
	IN: among,
	NOT_IN: (value, wanted) => !among(value, wanted),
};

/** `filtering=[{"field":"account_mode","operator":"EQUAL","value":"LIVE"}]`. */
export function readFilters(filtering: unknown): Filter[] {
	if (filtering === undefined || filtering === '') return [];
	const list = parseList(filtering) ?? filtering;
	if (!Array.isArray(list) || !list.every(isObject))
		throw invalid('Invalid parameter: filtering must be valid JSON');
	return list.map(({ field, operator, value }) => {
		const compare = OPERATORS[String(operator)];
		if (!compare)
			throw invalid(`Param operator must be one of {${Object.keys(OPERATORS).join(', ')}}.`);
		return { field: String(field), fits: (found) => compare(found, value) };
	});
}

/** In the order they were added, or the other way round; every number was onboarded when it was added. */
export function sorted(numbers: PhoneNumber[], sort: unknown): PhoneNumber[] {
	const [, direction = 'asc'] = String(sort ?? '').split(/[._](?=asc|desc)/i);
	return direction.toLowerCase() === 'desc' ? [...numbers].reverse() : numbers;
}
