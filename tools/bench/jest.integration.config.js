import preset from '../../jest.preset.js';

export default {
  ...preset,
  displayName: 'bench integration',
  testMatch: ['<rootDir>/integration/**/*.spec.ts'],
};
