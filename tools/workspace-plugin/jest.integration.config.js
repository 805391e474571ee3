import preset from '../../jest.integration.preset.js';

// One test may run every target of new projects, on a machine that is busy with others.
export default {
  ...preset,
  displayName: 'workspace-plugin integration',
  testTimeout: 600_000,
};
