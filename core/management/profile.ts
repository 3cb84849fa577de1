import { InputError } from '../input';
import { webAddress } from '../message/links';
import { checkText } from './limits';

export interface ProfileChange {
	[key: string]: unknown;
	about?: string;
	address?: string;
	description?: string;
	email?: string;
	vertical?: string;
	websites?: string[];
}

/** What is to change in a profile. Throws InputError, naming the limit, for what Meta would refuse. */
export function profileChange(change: ProfileChange): ProfileChange {
	const { about, address, description, email, websites } = change;
	if (about !== undefined) {
		checkText('profile.about', about);
		if (about.trim() === '') {
			throw new InputError('The About text cannot be empty: Meta wants 1 to 139 characters.');
		}
	}
	checkText('profile.address', address ?? '');
	checkText('profile.description', description ?? '');
	checkText('profile.email', email ?? '');
	if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
		throw new InputError(`"${email}" is no email address.`);
	}
	if (websites && websites.length > 2) {
		throw new InputError(`There are ${websites.length} websites; WhatsApp allows 2.`);
	}
	for (const website of websites ?? []) {
		checkText('profile.website', webAddress('The website', website));
	}
	return change;
}
