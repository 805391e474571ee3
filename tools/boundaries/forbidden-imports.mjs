import { builtinModules } from 'node:module';

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
 * The rules for tests: nobody imports what is in apps/. Nx finds no project behind a package without
 * `exports`, so its own rule is silent about an app's package name.
 */
export function noAppImports(projects) {
  return rulesAgainst([appImports(projects)]);
}

/** The rules for sources. */
export function noAppImportsNorJest(projects) {
  return rulesAgainst([appImports(projects), JEST]);
}

/** The rules for a codec's sources; its tests may read fixtures from files. */
export function noAppImportsNorIo(projects) {
  const globals = IO_GLOBALS.map((name) => ({ name, message: IO_MESSAGE }));
  return {
    ...rulesAgainst([appImports(projects), JEST, { regex: IO_PATTERN, message: IO_MESSAGE }]),
    'no-restricted-globals': ['error', ...globals],
  };
}

/** The rules for the sources of a page; its tests run in Node. */
export function noAppImportsNorNode(projects) {
  const node = { regex: NODE_PATTERN, message: NODE_MESSAGE };
  return rulesAgainst([appImports(projects), JEST, node]);
}

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
