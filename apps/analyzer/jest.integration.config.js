import preset from '../../jest.preset.js';

export default {
  ...preset,
  displayName: 'analyzer integration',
  testMatch: ['<rootDir>/integration/**/*.spec.ts'],
};
