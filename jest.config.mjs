import { availableParallelism } from 'node:os';

/** `npm run drills`: what kills whole systems, and whole simulated years, take minutes, so `npm test` leaves them out. */
const drills = Boolean(process.env.DRILLS);

export default {
  testEnvironment: 'node',
  // A moved Date is not to be taken apart between files.
  testEnvironmentOptions: Number(process.env.CLOCK_AHEAD_MS) ? { globalsCleanup: 'off' } : {},
  roots: ['<rootDir>/test', '<rootDir>/src'],
  testPathIgnorePatterns: drills ? [] : ['<rootDir>/test/drills/'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^typescript$': '<rootDir>/test/support/compiler-api.mjs',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { useDefineForClassFields: true },
        },
        sourceMaps: 'inline',
      },
    ],
  },
  setupFiles: ['<rootDir>/test/support/before-each-file.mjs'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  // Generous: a busy machine is slow, not wrong.
  testTimeout: 120_000,
  // Most of a test's time is spent waiting for a server, so there may be more workers than cores.
  maxWorkers: Math.min(4, availableParallelism() + 1),
};
