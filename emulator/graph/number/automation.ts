import { z } from 'zod';
import type { World } from '../../world';
import type { Call } from '../call';
import { toFailure } from '../message/issues';
import type { Route } from '../route';
import { invalid, ownNumber } from './own';

const EMOJI = /\p{Extended_Pictographic}/u;

const schema = z.object({
	prompts: z.array(z.string().min(1).max(80)).max(4).optional(),
	commands: z
		.array(
			z
				.object({
					command_name: z.string().min(1).max(32),
					command_description: z.string().min(1).max(256),
				})
				.strict(),
		)
		.max(30)
		.optional(),
	/** Without effect since March 2026; still sent by older clients. */
	enable_welcome_message: z.union([z.boolean(), z.enum(['true', 'false'])]).optional(),
});

/** Sets the ice breakers people see first and the commands they can type. What is left out stays as it is. */
function write(world: World, call: Call): { success: true } {
	const { automation } = ownNumber(world, call);
	const read = schema.safeParse(call.params);
	if (!read.success) throw toFailure(read.error.issues);
	const { prompts, commands } = read.data;
	const names = (commands ?? []).map(({ command_name }) => command_name);
	const odd = names.find((name) => !/^[\p{L}\p{N}_]+$/u.test(name));
	if (odd !== undefined)
		throw invalid(
			'Invalid command name format. Command names must contain only alphanumeric characters and underscores',
		);
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== undefined)
		throw invalid(`Command names must be unique. Duplicate command name found: ${twice}`);
	const words = [
		...(prompts ?? []),
		...(commands ?? []).map(({ command_description }) => command_description),
	];
	if (words.some((word) => EMOJI.test(word)))
		throw invalid('Prompts and commands cannot contain emoji');
	if (prompts) automation.prompts = prompts;
	if (commands) automation.commands = commands;
	return { success: true };
}

export const automationRoutes: Route[] = [
	{
		method: 'POST',
		path: '/:id/conversational_automation',
		needs: 'whatsapp_business_management',
		run: write,
	},
];
