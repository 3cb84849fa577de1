import { setTheStage, type Stage, template } from './support/stage';

let stage: Stage;
beforeEach(async () => {
	stage = await setTheStage({ concurrency: 1 });
	const { appId, appSecret, businessAccountId } = stage.emulator.config;
	await stage.graph('POST', `/${businessAccountId}/subscribed_apps`);
	await stage.graph(
		'POST',
		`/${appId}/subscriptions`,
		{
			object: 'whatsapp_business_account',
			callback_url: stage.receiver.url,
			verify_token: 'v',
			fields:
				'account_update,account_alerts,message_template_status_update,message_template_quality_update,template_category_update,phone_number_quality_update,phone_number_name_update',
		},
		`${appId}|${appSecret}`,
	);
});
afterEach(async () => await stage.close());

/** What the app's callback was told, with the time that account events carry. */
async function told() {
	await stage.emulator.control.idle();
	return stage.receiver.deliveries.flatMap(({ body }) => {
		const [entry] = body.entry as Array<(typeof body.entry)[0] & { time?: number }>;
		return entry.changes.map(({ field, value }) => ({
			field,
			value,
			timed: entry.time !== undefined,
		}));
	});
}

it('ends the review of a template', async () => {
	const account = `/${stage.emulator.config.businessAccountId}`;
	const { body } = await stage.graph('POST', `${account}/message_templates`, {
		name: 'in_review',
		language: 'en_US',
		category: 'UTILITY',
		components: [{ type: 'BODY', text: 'Our shop is open again.' }],
	});
	expect(body.status).toBe('PENDING');
	expect((await stage.send(template('in_review'))).status).toBe(404);
	stage.emulator.control.template({ name: 'in_review', status: 'APPROVED' });
	expect((await stage.send(template('in_review'))).status).toBe(200);
	const [event] = await told();
	expect(event).toEqual({
		field: 'message_template_status_update',
		timed: true,
		value: {
			event: 'APPROVED',
			reason: 'NONE',
			message_template_id: Number(body.id),
			message_template_name: 'in_review',
			message_template_language: 'en_US',
			message_template_category: 'UTILITY',
		},
	});
	// The ID is a JSON number in webhooks: it must come through whole.
	expect(String(Number(body.id))).toBe(body.id);
});

it('pauses a template, rates it, and moves it to another category', async () => {
	const { control } = stage.emulator;
	control.template({ name: 'hello_world', status: 'PAUSED', title: 'FIRST_PAUSE' });
	expect((await stage.send(template('hello_world'))).body.error).toMatchObject({ code: 132015 });
	control.template({ name: 'hello_world', status: 'REINSTATED' });
	control.template({ name: 'hello_world', quality: 'RED', category: 'MARKETING' });
	expect((await stage.send(template('hello_world'))).status).toBe(200);
	expect(await told()).toMatchObject([
		{ value: { event: 'PAUSED', other_info: { title: 'FIRST_PAUSE' } } },
		{ value: { event: 'REINSTATED' } },
		{
			field: 'message_template_quality_update',
			value: { previous_quality_score: 'GREEN', new_quality_score: 'RED' },
		},
		{
			field: 'template_category_update',
			value: { previous_category: 'UTILITY', new_category: 'MARKETING' },
		},
	]);
});

it('rates a number, speeds it up and decides about its name', async () => {
	const { control, config } = stage.emulator;
	await stage.graph('POST', `/${config.phoneNumberId}`, { new_display_name: 'Better Shop' });
	control.phoneNumber({ quality: 'RED' });
	control.phoneNumber({ throughput: 'HIGH' });
	control.phoneNumber({ name: 'APPROVED' });
	const fields = 'quality_rating,verified_name,throughput,name_status,new_name_status';
	expect(
		(await stage.graph('GET', `/${config.phoneNumberId}?fields=${fields}`)).body,
	).toMatchObject({
		quality_rating: 'RED',
		verified_name: 'Better Shop',
		throughput: { level: 'HIGH' },
		name_status: 'APPROVED',
		new_name_status: 'NONE',
	});
	expect(await told()).toMatchObject([
		{ field: 'phone_number_quality_update', value: { event: 'FLAGGED' } },
		{ field: 'phone_number_quality_update', value: { event: 'THROUGHPUT_UPGRADE' } },
		{
			field: 'phone_number_name_update',
			value: { decision: 'APPROVED', requested_verified_name: 'Better Shop' },
		},
	]);
});

it.each([
	['payment', 131042, 141006, 0],
	['policy', 131031, 141014, 1],
] as const)('restricts the account: %s', async (restrict, code, health, webhooks) => {
	const { control, config } = stage.emulator;
	control.account({ restrict });
	expect((await stage.send(template('hello_world'))).body.error).toMatchObject({ code });
	stage.write('15551234567');
	const reply = { to: '15551234567', type: 'text', text: { body: 'Hi' } };
	expect((await stage.send(reply)).status).toBe(200);
	const { body } = await stage.graph('GET', `/${config.phoneNumberId}?fields=health_status`);
	expect(body.health_status).toMatchObject({ can_send_message: 'BLOCKED' });
	expect(JSON.stringify(body)).toContain(String(health));
	expect(await told()).toHaveLength(webhooks);
	control.account({ restrict: 'none' });
	expect((await stage.send(template('hello_world'))).status).toBe(200);
});

it('tells any account event', async () => {
	const value = { entity_type: 'WABA', entity_id: '1', alert_info: { alert_type: 'OBA_APPROVED' } };
	stage.emulator.control.account({ field: 'account_alerts', value });
	expect(await told()).toEqual([{ field: 'account_alerts', value, timed: true }]);
});

it('says what is missing, over HTTP too', async () => {
	const { control, url } = stage.emulator;
	expect(() => control.template({ name: 'nobody', status: 'PAUSED' })).toThrow('no template');
	expect(() => control.template({ name: 'hello_world' })).toThrow('say what changes');
	for (const [name, status] of [
		['template', 400],
		['account', 400],
		['group', 400],
	] as const) {
		const response = await fetch(`${url}/_emulator/${name}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: '{}',
		});
		expect(response.status).toBe(status);
	}
	const gone = await fetch(`${url}/_emulator/phone_number`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: '{"phone_number_id":"1"}',
	});
	expect(gone.status).toBe(404);
});
