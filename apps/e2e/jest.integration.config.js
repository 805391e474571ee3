import preset from '../../jest.integration.preset.js';

// The longest of all: what waits in one file leaves the core to another.
export default { ...preset, displayName: 'e2e integration', maxWorkers: 2 };
