import { join } from 'node:path';

/** Shared Jest settings: native ES modules, TypeScript through Node's own type stripping. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  testTimeout: 180_000, // a test that hangs is ended; a slow machine is no reason to fail
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  transform: { '\\.ts$': join(import.meta.dirname, 'tools/jest/strip-types.js') },
  reporters: ['default', join(import.meta.dirname, 'tools/jest/tally-reporter.js')],
  coverageProvider: 'v8',
  coverageDirectory: 'test-output/jest/coverage',
};
