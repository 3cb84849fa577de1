import { checkCount } from '../counts';
import { checkLength } from '../limits';
import { given } from '../required';
import { interactiveContent } from './frame';

/** A button with which the person calls your business on WhatsApp. Meta's own text is "Call Now". */
export function callButtonContent(
	body: string,
	{
		text = '',
		minutes = 10_080,
		payload = '',
	}: { text?: string; minutes?: number; payload?: string },
) {
	checkLength('callButton.text', text);
	checkLength('callButton.payload', payload);
	checkCount('callButton.minutes', minutes);
	const parameters = given({ display_text: text.trim(), ttl_minutes: minutes, payload });
	return interactiveContent('voice_call', { body }, { name: 'voice_call', parameters });
}
