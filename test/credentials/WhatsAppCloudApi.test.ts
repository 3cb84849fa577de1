import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { WhatsAppCloudApi } from '../../credentials/WhatsAppCloudApi.credentials';
import { toCredentials } from '../../nodes/shared/credentials';

const type = new WhatsAppCloudApi();
const field = (name: string) => type.properties.find((property) => property.name === name);

it('keeps its name, because workflows store it', () => {
	expect(type.name).toBe('whatsAppCloudApi');
	expect(type.properties.map(({ name }) => name)).toEqual([
		'accessToken',
		'appId',
		'appSecret',
		'verifyToken',
		'businessAccountId',
		'phoneNumberId',
		'privacyKey',
		'graphVersion',
		'baseUrl',
	]);
});

it.each(['accessToken', 'appSecret', 'verifyToken', 'privacyKey'])(
	'%s is hidden while typed',
	(name) => {
		expect(field(name)?.typeOptions?.password).toBe(true);
	},
);

it('has defaults that work, and that the transport knows too', () => {
	expect(field('graphVersion')?.default).toBe(toCredentials({}).graphVersion);
	expect(field('baseUrl')?.default).toBe(toCredentials({}).baseUrl);
});

it.each(type.properties.map((property) => [property.displayName, property.description]))(
	'%s says where to find it',
	(_name, description) => expect(description).toMatch(/^[A-Z].{20,}\.$/),
);

it("is used by this package's nodes only", () => {
	expect(type.restrictToSupportedNodes).toBe(true);
});

it('has both icons', () => {
	const { light, dark } = type.icon as { light: string; dark: string };
	expect(light).not.toBe(dark);
	for (const icon of [light, dark]) {
		expect(existsSync(join(__dirname, '../../credentials', icon.replace('file:', '')))).toBe(true);
	}
});

it('adds the token to a request and leaves the rest alone', async () => {
	const request = {
		url: 'https://graph.facebook.com/v25.0/1',
		headers: { Accept: 'application/json' },
	};
	expect(await type.authenticate({ accessToken: 'T' }, request)).toEqual({
		...request,
		headers: { Accept: 'application/json', Authorization: 'Bearer T' },
	});
	expect(request.headers).toEqual({ Accept: 'application/json' });
});
