import { checkCount } from '../counts';
import { checkLength } from '../limits';
import { checkUnique, required } from '../required';
import { interactiveContent, type Frame } from './frame';

/** What is tapped, and what comes back. Without an ID the title comes back. */
export interface ReplyButton {
	title: string;
	id?: string;
}

/** Titles and IDs of buttons, checked. `where` tells several rows of buttons apart. */
export function checkedButtons(buttons: ReplyButton[], where = ''): Required<ReplyButton>[] {
	const checked = buttons.map(({ title, id }, at) => {
		const name = `button ${at + 1}${where}`;
		const shown = required(`The title of ${name}`, title).trim();
		checkLength('button.title', shown, `title of ${name}`);
		const answer = id?.trim() || shown;
		checkLength('button.id', answer, `ID of ${name}`);
		return { id: answer, title: shown };
	});
	const of = (name: 'id' | 'title') => checked.map((button) => button[name]);
	checkUnique(`button titles${where}`, of('title'));
	checkUnique(`button IDs${where}`, of('id'));
	return checked;
}

/** One to three buttons to answer with. */
export function replyButtonsContent(frame: Frame, buttons: ReplyButton[]) {
	checkCount('buttons.buttons', buttons.length);
	const action = { buttons: checkedButtons(buttons).map((reply) => ({ type: 'reply', reply })) };
	return interactiveContent('button', frame, action);
}
