import preset from '../../jest.preset.js';

export default {
  ...preset,
  displayName: 'client integration',
  testMatch: ['<rootDir>/integration/**/*.spec.ts'],
};
