import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser } from '../../test/e2e/support/browser';
import { PERSON, setTheStage, type Stage, template, text } from './support/stage';

let stage: Stage;
beforeEach(async () => {
	stage = await setTheStage();
});
afterEach(async () => await stage.close());

const order = (...values: string[]) =>
	template('order_update', PERSON, [
		{ type: 'body', parameters: values.map((value) => ({ type: 'text', text: value })) },
	]);
const buttons = {
	to: PERSON,
	type: 'interactive',
	interactive: {
		type: 'button',
		header: { type: 'text', text: 'A question' },
		body: { text: 'Shall we deliver today?' },
		footer: { text: 'Answer until noon' },
		action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }] },
	},
};
const list = {
	to: PERSON,
	type: 'interactive',
	interactive: {
		type: 'list',
		body: { text: 'Which one?' },
		action: {
			button: 'Open',
			sections: [{ rows: [{ id: 'a', title: 'This', description: 'The left one' }] }],
		},
	},
};

/** The chat with the person, as the phone reads it. */
function chat() {
	const [first] = stage.emulator.control.chats();
	return stage.emulator.control.chat({ user_id: first.user_id });
}

it('shows a template with its values, and the buttons that can be tapped', async () => {
	await stage.send(order('Jo', 'A-1'));
	expect(stage.emulator.control.chats()).toMatchObject([
		{ wa_id: PERSON, last: { from: 'business' } },
	]);
	expect(chat()).toMatchObject([
		{
			from: 'business',
			text: 'Hello Jo, your order A-1 has left our warehouse and is on its way.',
			footer: 'Demo Shop',
			taps: [{ type: 'button', title: 'Where is it?', payload: 'Where is it?' }],
		},
	]);
});

it('shows both sides of a chat, with what can be chosen', async () => {
	stage.write(PERSON);
	await stage.send(text('How can we help?'));
	await stage.send(buttons);
	await stage.send(list);
	stage.emulator.control.receive({ from: PERSON, type: 'button_reply', id: 'yes', title: 'Yes' });
	await stage.emulator.control.idle();
	expect(chat().map(({ from, text: words }) => [from, words])).toEqual([
		['person', 'Hello'],
		['business', 'How can we help?'],
		['business', 'Shall we deliver today?'],
		['business', 'Which one?'],
		['person', 'Yes'],
	]);
	const ours = chat().filter(({ from }) => from === 'business');
	expect(ours).toMatchObject([
		{ state: 'read' },
		{ header: 'A question', taps: [{ type: 'button_reply', id: 'yes', title: 'Yes' }] },
		{ taps: [{ type: 'list_reply', id: 'a', title: 'This', description: 'The left one' }] },
	]);
});

it('says what failed, and nothing about strangers', async () => {
	stage.emulator.control.fault({ kind: 'fail_status', code: 131026 });
	await stage.send(template('hello_world'));
	await stage.emulator.control.idle();
	expect(chat()).toMatchObject([{ state: 'failed (131026)' }]);
	expect(stage.emulator.control.chat({ user_id: 'US.nobody' })).toEqual([]);
});

describeInBrowser('the phone in a browser', () => {
	let browser: Browser;
	let page: Page;
	const foreign: string[] = [];
	beforeAll(async () => {
		browser = await openBrowser();
	});
	afterAll(async () => await browser.close());
	beforeEach(async () => {
		page = await browser.newPage();
		page.on('request', (request) => {
			if (!request.url().startsWith(stage.emulator.url)) foreign.push(request.url());
		});
		await page.goto(`${stage.emulator.url}/_emulator/phone`);
	});
	afterEach(async () => await page.close());

	it('writes as somebody new and taps the button of a template', async () => {
		await page.fill('#number', '+1 (555) 123-4567');
		await page.click('#meet button');
		await page.fill('#text', 'Hello <b>you</b>');
		await page.click('#write button');
		const written = page.locator('#messages li.person');
		await written.first().waitFor();
		expect(await written.first().innerText()).toContain('Hello <b>you</b>');
		await stage.send(order('Jo', 'A-1'));
		await page.click('#messages li.business button');
		await page.locator('#messages li.person').nth(1).waitFor();
		const event = await stage.emulator.control.next('receive', { message_type: 'button' });
		expect(event).toMatchObject({ from: PERSON });
		expect(foreign).toEqual([]);
	}, 60_000);
});
