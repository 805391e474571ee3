import preset from '../../jest.integration.preset.js';

// One test may run every target of new projects, on a machine that is busy with others. What waits in one
// file leaves the core to another.
export default {
  ...preset,
  displayName: 'workspace-plugin integration',
  testTimeout: 600_000,
  maxWorkers: 2,
};
