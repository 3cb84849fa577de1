import { config } from '@n8n/node-cli/eslint';

/**
 * n8n's own rules for everything that ships. What never ships (tests, emulator, scripts, benchmarks) may use Node's
 * modules, timers and the console; it keeps every other rule.
 */
export default [
	{ ignores: ['dist/**', '.runtime/**', 'artifacts/**'] },
	...config,
	{
		files: ['test/**/*.ts', 'emulator/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'],
		rules: {
			'no-console': 'off',
			'@n8n/community-nodes/no-restricted-globals': 'off',
			'@n8n/community-nodes/no-restricted-imports': 'off',
			'@n8n/community-nodes/no-dangerous-functions': 'off',
			'@n8n/community-nodes/require-node-api-error': 'off',
			'@n8n/community-nodes/no-hardcoded-secrets': 'off',
		},
	},
];
