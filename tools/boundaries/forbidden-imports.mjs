import { builtinModules } from 'node:module';
import { ROOMS } from './rooms.mjs';

const CODE = ['**/*.{ts,mts,js,mjs}'];
const IO_MODULES = [
  'child_process',
  'cluster',
  'dgram',
  'dns',
  'fs',
  'http',
  'http2',
  'https',
  'inspector',
  'net',
  'os',
  'process',
  'readline',
  'repl',
  'sqlite',
  'tls',
  'tty',
  'worker_threads',
];
const IO_GLOBALS = ['process', 'console', 'fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];
const IO_PATTERN = `^(node:)?(${IO_MODULES.join('|')})(/.*)?$`;

const NODE_PATTERN = `^(node:.*|${builtinModules.join('|')})$`;

const IO_MESSAGE =
  'A codec turns bytes into values and does no I/O: sockets, files, threads and the environment belong in a runtime library (libs/service, libs/socket-pool) or in the app that uses this codec.';
const NODE_MESSAGE =
  'A page runs in a browser, where no Node is: what needs it belongs in the program that serves or writes this page.';
const APP_MESSAGE =
  'An app is a program and nobody imports it: what two projects share belongs in libs/, and a test that needs a running app starts its bundle.';

/** What a program imports too, a lab that examines others, say, runs where no Jest is. */
const JEST = {
  regex: '^(@jest/globals|jest)(/.*)?$',
  message:
    'Only tests run in Jest: *.spec.ts, integration/, fixtures/ and libs/testing. What tests and programs share, such as libs/peers, does without it.',
};

/**
 * What the sources of each kind of project may not import, as configurations of ESLint.
 * @param {object[]} projects of the workspace
 * @param {string[]} tests whose own rules are wider: fixtures may be read, and a page's tests run in Node
 */
export function forbiddenImports(projects, tests) {
  return [
    { files: CODE, rules: rulesAgainst([appImports(projects)]) },
    ...projects.flatMap((project) => {
      const bans = [appImports(projects), ...bansOn(project)];
      const files = [`${project.root}/**/*.ts`];
      const own = {
        files,
        ignores: tests,
        rules: { ...rulesAgainst(bans), ...globalsOf(project) },
      };
      return [...(bans.length > 1 ? [own] : []), ...roomsOf(project, bans, tests)];
    }),
  ];
}

function bansOn({ tags }) {
  if (tags.includes('type:testing')) return [];
  if (tags.includes('type:codec')) return [JEST, { regex: IO_PATTERN, message: IO_MESSAGE }];
  if (tags.includes('type:page')) return [JEST, { regex: NODE_PATTERN, message: NODE_MESSAGE }];
  return [JEST];
}

function globalsOf({ tags }) {
  if (!tags.includes('type:codec')) return {};
  const globals = IO_GLOBALS.map((name) => ({ name, message: IO_MESSAGE }));
  return { 'no-restricted-globals': ['error', ...globals] };
}

/** A room imports none that stands above it, nor its neighbours on the same floor. */
function roomsOf({ root }, bans, ignores) {
  const floors = (ROOMS[`${root}/src`] ?? []).map((floor) => [floor].flat());
  return floors.flatMap((floor, height) =>
    floor.map((room) => {
      const neighbours = floor.filter((other) => other !== room);
      const closed = [...neighbours, ...floors.slice(height + 1).flat()];
      const message = `${room}/ knows nothing of ${closed.join('/, ')}/: what both need belongs below them (tools/boundaries/rooms.mjs).`;
      const ban = { regex: `^(\\.\\./)+(${closed.join('|')})/`, message };
      const files = [`${root}/src/${room}/**/*.ts`];
      return { files, ignores, rules: rulesAgainst(closed.length > 0 ? [...bans, ban] : bans) };
    }),
  );
}

/**
 * Nobody imports what is in apps/. Nx finds no project behind a package without `exports`, so its own
 * rule is silent about an app's package name.
 */
function appImports(projects) {
  const names = projects
    .filter(({ root }) => root.startsWith('apps/'))
    .map(({ packageName }) => packageName.replaceAll('.', String.raw`\.`));
  return { regex: `^(${names.join('|')})(/.*)?$`, message: APP_MESSAGE };
}

/** Two rules for each ban, because the first does not look into `await import('...')`. */
function rulesAgainst(bans) {
  const dynamic = bans.map(({ regex, message }) => ({
    selector: `ImportExpression[source.value=/${regex.replaceAll('/', String.raw`\/`)}/]`,
    message,
  }));
  return {
    'no-restricted-imports': ['error', { patterns: bans }],
    'no-restricted-syntax': ['error', ...dynamic],
  };
}
