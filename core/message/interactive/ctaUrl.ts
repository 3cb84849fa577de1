import { checkLength } from '../limits';
import { webAddress } from '../links';
import { required } from '../required';
import { interactiveContent, type Frame } from './frame';

/** What a button that opens an address needs. `where` names the button. */
export function ctaUrlAction({ text, url }: { text: string; url: string }, where = 'the button') {
	const display_text = required(`The text of ${where}`, text).trim();
	checkLength('ctaUrl.text', display_text, `text of ${where}`);
	const address = webAddress(`The address of ${where}`, url);
	return { name: 'cta_url', parameters: { display_text, url: address } };
}

/** One button that opens a web address. */
export const ctaUrlContent = (frame: Frame, button: { text: string; url: string }) =>
	interactiveContent('cta_url', frame, ctaUrlAction(button));
