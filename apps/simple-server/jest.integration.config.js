import preset from '../../jest.preset.js';

export default {
  ...preset,
  displayName: 'simple-server integration',
  testMatch: ['<rootDir>/integration/**/*.spec.ts'],
};
