import { isObject } from '../call';

type Issue = Record<string, unknown>;

/** One validation error as Flows report it, with the place of the text it is about. */
function issue(json: string, error: string, message: string, about?: string): Issue {
	const at = about === undefined ? -1 : json.indexOf(JSON.stringify(about));
	const before = at < 0 ? '' : json.slice(0, at);
	const line = before.split('\n').length;
	const column = at < 0 ? 1 : at - before.lastIndexOf('\n');
	return {
		error,
		error_type: 'FLOW_JSON_ERROR',
		message,
		line_start: line,
		line_end: line,
		column_start: column,
		column_end: column + (at < 0 ? 0 : JSON.stringify(about).length),
	};
}

const SCREEN = [
	'id',
	'title',
	'layout',
	'data',
	'terminal',
	'success',
	'refresh_on_back',
	'sensitive',
];

/** What can be said about a Flow JSON without its full schema: its frame, its screens, and where it leads. */
export function validateFlow(json: string): Issue[] {
	let flow: unknown;
	try {
		flow = JSON.parse(json);
	} catch (error) {
		return [issue(json, 'INVALID_JSON', `Invalid JSON: ${(error as Error).message}`)];
	}
	if (!isObject(flow))
		return [issue(json, 'INVALID_PROPERTY_TYPE', 'Expected an object at "$root".')];
	const found: Issue[] = [];
	const add = (error: string, message: string, about?: string) =>
		found.push(issue(json, error, message, about));
	if (typeof flow.version !== 'string' || !/^\d+\.\d+$/.test(flow.version))
		add('REQUIRED_PROPERTY_MISSING', 'The property "version" is required at "$root".');
	const screens = Array.isArray(flow.screens) ? flow.screens.filter(isObject) : [];
	if (screens.length === 0) {
		add('REQUIRED_PROPERTY_MISSING', 'The property "screens" is required at "$root".');
		return found;
	}
	const ids = screens.map(({ id }) => String(id ?? ''));
	for (const [index, screen] of screens.entries()) {
		const place = `$root/screens/${index}`;
		if (!/^[A-Za-z_]+$/.test(ids[index]))
			add('INVALID_SCREEN_ID', `The screen ID at "${place}" has letters and underscores only.`);
		if (ids.indexOf(ids[index]) !== index)
			add('DUPLICATE_SCREEN_IDS', `Duplicate screen ID "${ids[index]}" found.`, ids[index]);
		for (const key of Object.keys(screen).filter((name) => !SCREEN.includes(name)))
			add('INVALID_PROPERTY', `The property "${key}" cannot be specified at "${place}".`, key);
		const layout = isObject(screen.layout) ? screen.layout : {};
		if (layout.type !== 'SingleColumnLayout' || !Array.isArray(layout.children))
			add(
				'REQUIRED_PROPERTY_MISSING',
				`The property "layout" at "${place}" must be a SingleColumnLayout with children.`,
			);
	}
	for (const target of targetsOf(screens))
		if (!ids.includes(target))
			add(
				'INVALID_NAVIGATE_SCREEN',
				`Unknown screen ID "${target}" found in navigate action.`,
				target,
			);
	if (!screens.some(({ terminal }) => terminal === true))
		add('MISSING_TERMINAL_SCREEN', 'There is no terminal screen.');
	return found;
}

/** The screens that any action inside leads to. */
function targetsOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(targetsOf);
	if (!isObject(value)) return [];
	const next = value.name === 'navigate' && isObject(value.next) ? [String(value.next.name)] : [];
	return [...next, ...Object.values(value).flatMap(targetsOf)];
}
