const transform = {
	'^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.dev.json', diagnostics: false }],
};

/** Two suites: `unit` needs nothing but Node; `e2e` shares one real n8n, so it runs one file after the other. */
module.exports = {
	testSequencer: '<rootDir>/test/e2e/support/inOrder.cjs',
	projects: [
		{
			displayName: 'unit',
			testEnvironment: 'node',
			transform,
			moduleNameMapper: { '(.*\\.node)\\.js$': '$1' },
			testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/emulator/test/**/*.test.ts'],
			testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/dist/'],
			modulePathIgnorePatterns: ['<rootDir>/dist/'],
		},
		{
			displayName: 'e2e',
			testEnvironment: 'node',
			transform,
			testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
			modulePathIgnorePatterns: ['<rootDir>/dist/'],
			globalSetup: '<rootDir>/test/e2e/support/globalSetup.ts',
			globalTeardown: '<rootDir>/test/e2e/support/globalTeardown.ts',
		},
	],
};
