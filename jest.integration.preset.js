import { join } from 'node:path';
import preset from './jest.preset.js';

/** Shared settings of integration tests. The programs that a file has started end with it. */
export default {
  ...preset,
  testMatch: ['<rootDir>/integration/**/*.spec.ts'],
  setupFilesAfterEnv: [join(import.meta.dirname, 'tools/jest/end-programs.js')],
};
