'use strict';
// Whose phone this is: a person as `chats` lists them, or a number nobody has written with yet.
let person;
let shown = '';

const byId = (id) => document.getElementById(id);

/** An element with text in it: nothing that was written in a message is ever read as markup. */
function element(name, text, settings = {}) {
	const made = Object.assign(document.createElement(name), settings);
	made.textContent = text;
	return made;
}

async function ask(path, body) {
	const response = await fetch(`/_emulator/${path}`, {
		method: body ? 'POST' : 'GET',
		...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
	});
	const answer = await response.json();
	if (!response.ok) throw new Error(answer.error);
	return answer;
}

const time = (at) => new Date(at * 1000).toLocaleTimeString();
const nameOf = ({ name, wa_id, user_id }) =>
	`${name ?? 'Somebody new'} · ${wa_id ? `+${wa_id}` : user_id}`;

/** Acts as the person. Whoever hides their number writes under their user ID. */
async function receive(event) {
	const { wa_id, user_id } = person;
	try {
		await ask('receive', { ...(wa_id ? { from: wa_id } : { user_id }), ...event });
		byId('problem').textContent = '';
	} catch (error) {
		byId('problem').textContent = `The message was not taken: ${error.message}`;
	}
	await refresh();
}

function tapOf(tap, bubble) {
	if (tap.type === 'link') {
		if (!/^https?:/.test(tap.url ?? '')) return element('small', `[ ${tap.title} ]`);
		return element('a', tap.title, { href: tap.url, target: '_blank', rel: 'noreferrer' });
	}
	const button = element('button', tap.title, { type: 'button', title: tap.description ?? '' });
	const { type, id, title, payload, description } = tap;
	button.addEventListener('click', () =>
		receive({
			type,
			title,
			...(type === 'button' ? { payload, text: title } : { id }),
			...(description && { description }),
			context_message_id: bubble.id,
		}),
	);
	return button;
}

function bubbleOf(bubble) {
	const item = element('li', '', { className: bubble.from });
	if (bubble.header) item.append(element('strong', `${bubble.header}\n`));
	item.append(bubble.text);
	if (bubble.footer) item.append(element('small', bubble.footer));
	item.append(element('small', [time(bubble.at), bubble.state].filter(Boolean).join(' · ')));
	item.append(...bubble.taps.map((tap) => tapOf(tap, bubble)));
	return item;
}

function chatOf(chat) {
	const button = element('button', nameOf(chat), { type: 'button' });
	button.setAttribute('aria-current', String(chat.user_id === person?.user_id));
	button.append(element('small', chat.last.text));
	button.addEventListener('click', () => {
		person = chat;
		void refresh();
	});
	const item = document.createElement('li');
	item.append(button);
	return item;
}

/** Looks again, and draws only what has changed, so that nobody is torn from what they read. */
async function refresh() {
	const chats = await ask('chats');
	person ??= chats[0];
	const known = chats.find(
		({ user_id, wa_id }) => user_id === person?.user_id || (wa_id && wa_id === person?.wa_id),
	);
	person = known ?? person;
	const messages = known ? await ask(`chat?user_id=${encodeURIComponent(known.user_id)}`) : [];
	const now = JSON.stringify([chats, messages, person]);
	if (now === shown) return;
	shown = now;
	byId('who').textContent = person ? nameOf(person) : 'Nobody yet';
	byId('chats').replaceChildren(...chats.map(chatOf));
	byId('messages').replaceChildren(...messages.map(bubbleOf));
	byId('messages').lastElementChild?.scrollIntoView({ block: 'end' });
}

byId('meet').addEventListener('submit', (event) => {
	event.preventDefault();
	person = { wa_id: byId('number').value.replace(/\D/g, '') };
	byId('text').focus();
	void refresh();
});

byId('write').addEventListener('submit', (event) => {
	event.preventDefault();
	const text = byId('text').value.trim();
	if (!text || !person) return;
	byId('text').value = '';
	void receive({ text });
});

async function watch() {
	try {
		await refresh();
	} catch {
		byId('problem').textContent = 'The emulator does not answer.';
	}
	setTimeout(watch, 1000);
}
void watch();
