import { randomInt } from 'node:crypto';
import type { PhoneNumber } from '../../store';
import type { World } from '../../world';
import type { Call } from '../call';
import { DOT } from '../dot';
import { GraphFailure, noSuchObject } from '../error';
import { askedFields } from '../fields';
import { pageOf } from '../page';
import type { Route } from '../route';
import { invalid, ownNumber } from './own';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** Codes a number may have. */
const MOST = 2000;
const FORMATS = ['PNG', 'SVG'];
const FIELDS = ['code', 'prefilled_message', 'deep_link_url', 'qr_image_url', 'creation_time'];

type QrCode = PhoneNumber['qrCodes'] extends Map<string, infer T> ? T : never;

const newCode = () => Array.from({ length: 14 }, () => LETTERS[randomInt(32)]).join('');

/** A code as Graph shows it; an image comes only where one was asked for, in the format that was asked for. */
function show(
	{ code, prefilled_message, created }: QrCode,
	{ baseUrl }: Call,
	image: string | undefined,
	fields = ['code', 'prefilled_message', 'deep_link_url'],
): Record<string, unknown> {
	const node: Record<string, unknown> = {
		code,
		prefilled_message,
		deep_link_url: `https://wa.me/message/${code}`,
		creation_time: Math.floor(created / 1000),
		...(image && {
			qr_image_url: `${baseUrl}/whatsapp_business/qr/?code=${code}&format=${image.toLowerCase()}`,
		}),
	};
	const names = image && !fields.includes('qr_image_url') ? [...fields, 'qr_image_url'] : fields;
	return Object.fromEntries(
		names.filter((name) => node[name] !== undefined).map((name) => [name, node[name]]),
	);
}

/** Creates a code, or with `code` changes the message of one. */
function write(world: World, call: Call): unknown {
	const number = ownNumber(world, call);
	const { code, prefilled_message, generate_qr_image } = call.params;
	const text = String(prefilled_message ?? '');
	if (!text) throw invalid('The parameter prefilled_message is required.');
	if (text.length > 140)
		throw invalid('Invalid prefilled_message length. Maximum 140 characters allowed');
	const image =
		generate_qr_image === undefined ? undefined : String(generate_qr_image).toUpperCase();
	if (image && !FORMATS.includes(image))
		throw invalid(`Param generate_qr_image must be one of {${FORMATS.join(', ')}}.`);
	if (code !== undefined) {
		const known = find(number, String(code));
		known.prefilled_message = text;
		return show(known, call, image);
	}
	if (number.qrCodes.size >= MOST) throw invalid(`A phone number has ${MOST} QR codes at most.`);
	const made = { code: newCode(), prefilled_message: text, created: world.clock.now() };
	number.qrCodes.set(made.code, made);
	return show(made, call, image);
}

/** `POST …/{code}`: how whatsapp-api-js changes a code. Meta's reference has the code among the parameters instead. */
function update(world: World, call: Call): unknown {
	return write(world, { ...call, params: { ...call.params, code: codeOf(call) } });
}

function find({ qrCodes }: PhoneNumber, code: string): QrCode {
	if (!/^[A-Z0-9]{14}$/.test(code))
		throw invalid('Invalid QR code ID format. Expected 14-character alphanumeric string');
	const found = qrCodes.get(code);
	if (!found)
		throw new GraphFailure(803, {
			type: 'GraphMethodException',
			message: 'QR code not found',
			userTitle: 'QR Code Not Found',
			userMessage: "The QR code you're trying to access doesn't exist or has been deleted",
		});
	return found;
}

/** The names in `fields`, and the format in `qr_image_url.format(SVG)`. */
function readFields({ params }: Call): { fields?: string[]; image?: string } {
	const asked = askedFields(params.fields);
	if (asked.length === 0) return {};
	const unknown = asked.find(({ name }) => !FIELDS.includes(name));
	if (unknown)
		throw invalid('Invalid fields parameter. Check field names and format specifications');
	const image = asked.find(({ name }) => name === 'qr_image_url');
	const format = image && (image.arguments.format ?? 'PNG').toUpperCase();
	if (format && !FORMATS.includes(format))
		throw invalid('Invalid fields parameter. Check field names and format specifications');
	return { fields: asked.map(({ name }) => name), image: format };
}

function list(world: World, call: Call): unknown {
	const number = ownNumber(world, call);
	const { fields, image } = readFields(call);
	const { code } = call.params;
	const all = [...number.qrCodes.values()].reverse().map((one) => ({ ...one, id: one.code }));
	const found = code === undefined ? all : all.filter((one) => one.code === code);
	const { page, paging } = pageOf(found, call);
	return {
		data: page.map((one) => show(one, call, image, fields)),
		...(paging && { paging }),
	};
}

const codeOf = ({ request }: Call) => (request.params as { code: string }).code;

function one(world: World, call: Call): unknown {
	const { fields, image } = readFields(call);
	return { data: [show(find(ownNumber(world, call), codeOf(call)), call, image, fields)] };
}

function remove(world: World, call: Call): { success: true } {
	const number = ownNumber(world, call);
	number.qrCodes.delete(find(number, codeOf(call)).code);
	return { success: true };
}

/** The picture behind `qr_image_url`: a white square with the link in words, not a code that can be scanned. */
function picture({ store }: World, { params, reply }: Call): unknown {
	const code = String(params.code);
	if (![...store.phoneNumbers.values()].some(({ qrCodes }) => qrCodes.has(code)))
		throw noSuchObject('GET', code);
	if (params.format === 'png') {
		void reply.type('image/png');
		return DOT;
	}
	void reply.type('image/svg+xml');
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 300"><rect width="300" height="300" fill="#fff"/><text x="20" y="150" font-size="12">wa.me/message/${code}</text></svg>`;
}

const needs = 'whatsapp_business_management';

export const qrCodeRoutes: Route[] = [
	{ method: 'POST', path: '/:id/message_qrdls', needs, run: write },
	{ method: 'GET', path: '/:id/message_qrdls', needs, run: list },
	{ method: 'GET', path: '/:id/message_qrdls/:code', needs, run: one },
	{ method: 'POST', path: '/:id/message_qrdls/:code', needs, run: update },
	{ method: 'DELETE', path: '/:id/message_qrdls/:code', needs, run: remove },
	{ method: 'GET', path: '/whatsapp_business/qr/', needs: 'any', run: picture },
];
