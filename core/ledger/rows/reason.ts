import { explain } from '../../graph/catalogue';

/** Our own words for a code. Never Meta's details or a send's own sentence: those may quote the message or the number. */
export function reasonOf(code: string): string {
	return code ? explain(code).meaning : '';
}
