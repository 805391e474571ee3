import preset from '../../jest.preset.js';

export default {
  ...preset,
  displayName: 'threaded-server integration',
  testMatch: ['<rootDir>/integration/**/*.spec.ts'],
};
