import { VERIFICATION_CODE, newNumber } from '../../numbers';
import { objectId } from '../../ids';
import type { PhoneNumber } from '../../store';
import type { World } from '../../world';
import { requireAccount } from '../businessAccount';
import type { Call } from '../call';
import { GraphFailure } from '../error';
import type { Route } from '../route';
import { invalid, ownNumber, requireProduct } from './own';

const HOUR = 3_600_000;
/** Registrations and deregistrations of one number in 72 hours. */
const MOST = 10;
/** Where Meta can store messages. */
const REGIONS = 'AE AU BH BR CA CH DE GB ID IN JP KR SG ZA'.split(' ');

const isPin = (value: unknown) => /^\d{6}$/.test(String(value ?? ''));

/** Adds a number to the account. It then has to be verified and registered. */
function add(world: World, call: Call): { id: string } {
	requireAccount(world, call);
	const { cc, country_code, phone_number, verified_name } = call.params;
	const country = String(cc ?? country_code ?? '').replace(/^\+/, '');
	const local = String(phone_number ?? '').replace(/[\s().-]/g, '');
	const name = String(verified_name ?? '');
	if (!country) throw invalid('The parameter cc is required.');
	if (!/^\d{1,3}$/.test(country) || !/^\d{4,14}$/.test(local))
		throw invalid('Phone number validation failed: invalid format');
	if (name.length < 2 || name.length > 75)
		throw invalid('Param verified_name must be between 2 and 75 characters long.');
	const digits = country + local;
	if ([...world.store.phoneNumbers.values()].some((number) => number.digits === digits))
		throw new GraphFailure(100, {
			message: 'Invalid parameter',
			subcode: 2388012,
			userTitle: 'Phone Number Already Exists',
			userMessage: 'This phone number already exists in your list.',
		});
	const number = newNumber(objectId(), `+${country} ${local}`, name);
	world.store.phoneNumbers.set(number.id, number);
	return { id: number.id };
}

function requestCode(world: World, call: Call): { success: true } {
	const number = ownNumber(world, call);
	const { code_method, language } = call.params;
	if (!['SMS', 'VOICE'].includes(String(code_method)))
		throw invalid('Invalid parameter: code_method must be SMS or VOICE');
	if (!/^[a-z]{2,3}([_-][A-Za-z]{2,4})?$/.test(String(language ?? '')))
		throw invalid('The parameter language is required.');
	if (number.code_verification_status === 'VERIFIED') throw new GraphFailure(136024);
	number.codeSent = true;
	return { success: true };
}

function verifyCode(world: World, call: Call): { success: true; id: string } {
	const number = ownNumber(world, call);
	const code = String(call.params.code ?? '').replace(/\D/g, '');
	if (code.length !== 6) throw invalid('Invalid verification code format');
	if (number.code_verification_status === 'VERIFIED') throw new GraphFailure(136024);
	if (!number.codeSent || code !== VERIFICATION_CODE) throw new GraphFailure(136025);
	number.codeSent = false;
	number.code_verification_status = 'VERIFIED';
	return { success: true, id: number.id };
}

/** Both count: 133016 above ten in 72 hours. */
function countRegistration({ clock }: World, number: PhoneNumber): void {
	const now = clock.now();
	number.registrations = number.registrations.filter((at) => now - at < 72 * HOUR);
	if (number.registrations.length >= MOST) throw new GraphFailure(133016);
	number.registrations.push(now);
}

function register(world: World, call: Call): { success: true } {
	const number = ownNumber(world, call);
	requireProduct(call);
	const { pin, data_localization_region: region } = call.params;
	if (!isPin(pin)) throw invalid('Invalid PIN format. PIN must be exactly 6 digits');
	if (region !== undefined && !REGIONS.includes(String(region)))
		throw invalid(`Param data_localization_region must be one of {${REGIONS.join(', ')}}.`);
	if (number.code_verification_status !== 'VERIFIED') throw new GraphFailure(133006);
	countRegistration(world, number);
	if (number.pin !== undefined && number.pin !== String(pin)) throw new GraphFailure(133005);
	number.pin = String(pin);
	number.status = 'CONNECTED';
	if (number.quality_rating === 'UNKNOWN') number.quality_rating = 'GREEN';
	return { success: true };
}

function deregister(world: World, call: Call): { success: true } {
	const number = ownNumber(world, call);
	if (number.status !== 'CONNECTED')
		throw new GraphFailure(100, {
			message: 'Phone number not registered on the WhatsApp Business Platform.',
			subcode: 2207051,
		});
	countRegistration(world, number);
	number.status = 'DISCONNECTED';
	return { success: true };
}

/** `POST /{number} {pin}`: sets or replaces the PIN of two-step verification. */
export function setPin(number: PhoneNumber, pin: unknown): void {
	if (!isPin(pin)) throw invalid('Invalid PIN format. PIN must be exactly 6 digits');
	number.pin = String(pin);
}

const needs = 'whatsapp_business_management';

export const registrationRoutes: Route[] = [
	{ method: 'POST', path: '/:id/phone_numbers', needs, run: add },
	{ method: 'POST', path: '/:id/request_code', needs, run: requestCode },
	{ method: 'POST', path: '/:id/verify_code', needs, run: verifyCode },
	{ method: 'POST', path: '/:id/register', needs, run: register },
	{ method: 'POST', path: '/:id/deregister', needs, run: deregister },
];
