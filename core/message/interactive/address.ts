import { given } from '../required';
import { interactiveContent, type Frame } from './frame';

/** Meta's names: `name`, `phone_number`, `in_pin_code`, `city`, `state` … */
export type AddressValues = Record<string, string | undefined>;

export interface AddressRequest {
	/** Filled in beforehand. */
	values?: AddressValues;
	saved?: { id: string; value: AddressValues }[];
	/** By field, what is wrong with what the person entered before. */
	validationErrors?: AddressValues;
}

/** Asks for a postal address; only numbers and people in India. */
export function addressContent(
	frame: Frame,
	{ values = {}, saved = [], validationErrors = {} }: AddressRequest,
) {
	const saved_addresses = saved.map(({ id, value }) => ({ id, value: given(value) }));
	const filled = { values: given(values), validation_errors: given(validationErrors) };
	const parameters = {
		country: 'IN',
		...Object.fromEntries(
			Object.entries(filled).filter(([, fields]) => Object.keys(fields).length > 0),
		),
		...(saved_addresses.length > 0 && { saved_addresses }),
	};
	return interactiveContent('address_message', frame, { name: 'address_message', parameters });
}
