/** What a template imports from our libraries; its own files exist once it has made a project. */
const IMPORTS_OF_TEMPLATE = /^import [^;]* from '@praktikum\/[^']+';$/gm;

/** Tests are found by the configurations of Jest. */
const jest = { config: 'jest.*config.js' };

const PROGRAM = 'src/{main,program}.ts';
const WORKER = 'src/worker.ts';

/** `npm run unused`: what nothing else here uses goes, be it a file, an export or a dependency. */
export default {
  // TypeScript finds imports of nothing; a program that is missing skips its tests by name.
  exclude: ['binaries', 'unresolved'],
  compilers: { '.ts__tmpl__': (text) => text.match(IMPORTS_OF_TEMPLATE)?.join('\n') ?? '' },
  workspaces: {
    '.': {
      entry: ['praktikum.js', 'tools/{boundaries,ci,jest,launch,setup}/*.mjs', '.pnpmfile.cjs'],
      project: ['*.js', 'tools/{boundaries,ci,jest,launch,setup}/**'],
      // The bundles of the apps leave npm packages outside and find them here.
      ignoreDependencies: ['pino', 'pino-pretty', 'prom-client'],
    },
    'apps/*': { jest, entry: [PROGRAM, WORKER] },
    'apps/analyzer': { jest, entry: [PROGRAM, 'take-page.mjs'] },
    'apps/chat-server': {
      jest,
      entry: [
        PROGRAM,
        WORKER,
        'src/export/{main,program}.ts',
        'src/store/store-worker.ts',
        'src/store/fixtures/*-program.ts',
        'fixtures/*.{js,ts}',
      ],
    },
    'apps/e2e': { jest },
    // What a library offers is there for somebody.
    'libs/*': { jest, includeEntryExports: true },
    'libs/server-program': {
      jest,
      includeEntryExports: true,
      entry: ['src/index.ts', 'fixtures/*-{server,worker}.ts'],
    },
    // Half of what it has is for clients, which come later.
    'libs/irc': { jest },
    // This one is for those who install it, too.
    'libs/socket-pool': { jest, entry: 'fixtures/*.ts' },
    'tools/*': { jest, entry: PROGRAM },
    'tools/bench': {
      jest,
      entry: [
        PROGRAM,
        'src/threads.ts',
        'src/{captures,chat,threads}/{main,program}.ts',
        'programs/*-{server,worker}.ts',
      ],
    },
    'tools/pack': { jest, entry: PROGRAM, ignoreDependencies: ['typedoc-plugin-markdown'] },
    'tools/workspace-plugin': {
      jest,
      entry: ['src/*/generator.ts', 'src/*/files/**/*.ts__tmpl__'],
      project: '**/*.{js,ts,ts__tmpl__}',
    },
  },
};
