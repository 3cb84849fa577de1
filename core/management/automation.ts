import { InputError } from '../input';
import { checkUnique, required } from '../message/required';
import { checkNumber, checkText } from './limits';

export interface Command {
	name: string;
	description: string;
}

const EMOJI = /\p{Extended_Pictographic}/u;

function checkPlain(what: string, text: string): void {
	if (!EMOJI.test(text)) return;
	throw new InputError(`The ${what} "${text}" has an emoji, which Meta does not allow there.`);
}

/** The ice breakers people see first. Throws InputError for what Meta would refuse. */
export function icebreakers(texts: string[]): string[] {
	checkNumber('conversation setting', 'ice breakers', texts.length, [0, 4]);
	for (const text of texts) {
		checkText('automation.prompt', text);
		checkPlain('ice breaker', text);
	}
	return texts;
}

/** The commands people can choose after a slash. Throws InputError for what Meta would refuse. */
export function commands(given: Command[]) {
	checkNumber('conversation setting', 'commands', given.length, [0, 30]);
	const read = given.map(({ name, description }) => {
		const command_name = required('Command', name).trim().replace(/^\//, '');
		const command_description = required(`Description of /${command_name}`, description).trim();
		checkText('automation.command', command_name);
		checkText('automation.hint', command_description);
		checkPlain('description', command_description);
		if (!/^[\p{L}\p{N}_]+$/u.test(command_name)) {
			throw new InputError(
				`The command "${command_name}" may hold letters, digits and underscores only.`,
			);
		}
		return { command_name, command_description };
	});
	checkUnique(
		'commands',
		read.map(({ command_name }) => command_name),
	);
	return read;
}
