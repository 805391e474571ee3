import { join } from 'node:path';

// Tests start programs and threads by the hundred, many of them from TypeScript: Node keeps what it has made of
// the sources, and half of the processor time is saved. Where a cache of its own is named, that one is used.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '.nx', 'compile-cache');

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
