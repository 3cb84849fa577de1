/** What the user entered cannot work. The message is a whole sentence for them; nothing has been sent or changed. */
export class InputError extends Error {
	override name = 'InputError';
}
