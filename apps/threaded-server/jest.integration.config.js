import preset from '../../jest.integration.preset.js';

export default { ...preset, displayName: 'threaded-server integration' };
