import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { arrows } from './tools/boundaries/arrows.mjs';
import { explainedBoundaries } from './tools/boundaries/explained-boundaries.mjs';
import { forbiddenImports } from './tools/boundaries/forbidden-imports.mjs';
import { workspaceProjects } from './tools/boundaries/workspace-projects.mjs';

const projects = workspaceProjects();
const tags = projects.flatMap((project) => project.tags);
const CODE = ['**/*.{ts,mts,js,mjs}'];
const TESTS = ['**/*.spec.ts', '**/integration/**', '**/fixtures/**'];

const boundaries = (options) => ({
  '@nx/enforce-module-boundaries': [
    'error',
    {
      allow: ['../../jest.preset.js', '../../jest.integration.preset.js'],
      depConstraints: arrows(tags, options),
    },
  ],
});

export default [
  { ignores: ['**/dist', '**/out-tsc', '**/test-output', '**/.nx'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: CODE,
    plugins: { '@nx': explainedBoundaries },
    rules: {
      ...boundaries({ tests: false }),
      // Programs speak through libs/service; data goes to process.stdout itself.
      'no-console': 'error',
    },
  },
  ...forbiddenImports(projects, TESTS),
  { files: TESTS, rules: boundaries({ tests: true }) },
  {
    // Configurations and scripts run in Node before anything of ours is there to log with.
    files: ['**/*.{js,mjs}', 'tools/**'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
    rules: { 'no-console': 'off' },
  },
  // The library that speaks to the terminal, so that the others need not.
  { files: ['libs/service/**'], rules: { 'no-console': 'off' } },
];
