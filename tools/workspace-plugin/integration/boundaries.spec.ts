import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addFixtureProjects, LINTED } from './boundary-fixtures.ts';
import { run, runNx, type Run } from './run-nx.ts';
import { TemporaryWorkspace } from './temporary-workspace.ts';

/** Where a file stands, its only statement, and words of the message that this has to meet. */
type Broken = readonly [files: string, statement: string, message: string];

const importing = (name: string) => `import '@praktikum/${name}';`;

const TYPES: Broken[] = [
  ['libs/codec/src/*.ts', importing('a-runtime'), 'A codec knows only codecs'],
  ['libs/codec/src/*.ts', importing('a-testing'), 'A codec knows only codecs'],
  ['libs/runtime/src/*.ts', importing('a-testing'), 'what only tests need belongs in libs/testing'],
  ['libs/runtime/src/files/*.ts', importing('a-testing'), 'what only tests need belongs in'],
  ['libs/runtime/src/*.ts', importing('a-tool'), 'What only one program needs belongs in that app'],
  [
    'apps/server/src/*.ts',
    importing('a-testing'),
    'libs/testing is for *.spec.ts and integration/ only',
  ],
  ['apps/server/src/*.ts', importing('a-tool'), 'What two programs share belongs in a library'],
  ['libs/runtime/src/*.ts', importing('a-peers'), 'what only tests need belongs in libs/testing'],
  ['libs/peers/src/*.ts', importing('a-runtime'), 'it is built without their code'],
  ['libs/peers/src/*.ts', importing('a-testing'), 'suites of tests belong in libs/testing'],
  [
    'libs/suites/src/*.ts',
    importing('a-tool'),
    'Suites build on peers, runtime libraries and codecs',
  ],
  ['libs/script/src/*.ts', importing('a-testing'), 'A tool builds on libraries'],
  ['libs/codec/src/*.spec.ts', importing('a-runtime'), 'A codec knows only codecs'],
  ['apps/screen/src/*.ts', importing('a-runtime'), 'A page runs in a browser, where no Node is'],
  ['apps/screen/src/*.ts', importing('a-testing'), 'A page runs in a browser, where no Node is'],
  ['apps/screen/src/*.ts', "import 'node:util';", 'A page runs in a browser, where no Node is'],
  ['apps/screen/src/*.ts', "import 'fs/promises';", 'A page runs in a browser, where no Node is'],
  ['libs/untagged/src/*.ts', importing('a-codec'), 'must name one type: and one scope:'],
];

const SCOPES: Broken[] = [
  ['apps/command/src/*.ts', importing('server-only'), 'Client code runs without server code'],
  ['apps/command/src/*.spec.ts', importing('server-only'), 'Client code runs without server'],
  ['apps/server/src/*.ts', importing('client-only'), 'Server code knows no client'],
  [
    'apps/server/src/*.ts',
    importing('chat-only'),
    'Server code knows no client and no single service',
  ],
  ['libs/runtime/src/*.ts', importing('server-only'), 'Shared code serves both sides'],
  ['libs/runtime/src/*.ts', importing('chat-only'), 'Shared code serves both sides'],
  ['apps/chat/src/*.ts', importing('client-only'), 'A service is built from its own libraries'],
  ['apps/mail/src/*.ts', importing('chat-only'), 'A service is built from its own libraries'],
  ['apps/reader/src/*.ts', importing('server-only'), 'The analyzer runs without server code'],
  ['apps/command/src/*.ts', importing('analyzer-only'), 'Client code runs without server code'],
];

const JEST: Broken[] = [
  ...['libs/codec', 'libs/peers', 'libs/runtime', 'apps/server'].map((root): Broken => [
    `${root}/src/*.ts`,
    "import '@jest/globals';",
    'Only tests run in Jest',
  ]),
  ['libs/peers/src/*.ts', "await import('@jest/globals');", 'Only tests run in Jest'],
];

const APPS: Broken[] = [
  ['apps/server/src/*.ts', importing('another-app'), 'An app is a program and nobody imports it'],
  ['apps/server/src/*.ts', importing('another-app/src/main.ts'), 'An app is a program'],
  ['apps/server/src/*.ts', importing('another-page'), 'An app is a program and nobody imports it'],
  ['apps/screen/src/*.ts', importing('another-app'), 'An app is a program and nobody imports it'],
  ['apps/server/src/*.ts', "await import('@praktikum/another-app');", 'An app is a program'],
  ['apps/server/integration/*.ts', importing('another-app'), 'An app is a program'],
  ['libs/runtime/src/*.ts', importing('another-app'), 'what two projects share belongs in libs/'],
  ['libs/codec/src/*.ts', importing('another-app'), 'An app is a program and nobody imports it'],
  [
    'apps/server/src/*.ts',
    "import '../../another-app/src/index.ts';",
    'This path leaves the project',
  ],
];

const ROOMS: Broken[] = [
  [
    'libs/socket-pool/src/pool/*.ts',
    "import '../worker/connection.ts';",
    'pool/ knows nothing of worker/',
  ],
  [
    'libs/socket-pool/src/worker/tls/*.ts',
    "import '../../pool/pool-stats.ts';",
    'worker/ knows nothing of pool/',
  ],
  [
    'libs/socket-pool/src/shared/*.ts',
    "import '../worker/converse.ts';",
    'shared/ knows nothing of',
  ],
  [
    'apps/analyzer/src/story/*.ts',
    "import '../words/wrap-text.ts';",
    'story/ knows nothing of words/',
  ],
  [
    'apps/analyzer/src/words/explanation/*.ts',
    "import '../../commands/texts.ts';",
    'words/ knows nothing of report/, commands/',
  ],
  [
    'apps/analyzer/src/story/*.ts',
    "export const later = import('../report/write-outputs.ts');",
    'story/ knows nothing of',
  ],
  [
    'apps/analyzer-page/src/texts/*.ts',
    "import '../state/relations.ts';",
    'texts/ knows nothing of',
  ],
  ['apps/analyzer-page/src/texts/*.ts', "import 'node:fs';", 'A page runs in a browser'],
];

const IO_MODULES = [
  ...['net', 'fs', 'worker_threads', 'dgram', 'tls', 'http', 'https', 'http2', 'child_process'],
  ...['dns', 'os', 'process', 'fs/promises', 'dns/promises'],
];
const IO: Broken[] = [
  ...IO_MODULES.flatMap((name): Broken[] => [
    ['libs/codec/src/*.ts', `import 'node:${name}';`, 'A codec turns bytes into values'],
    ['libs/codec/src/*.ts', `import '${name}';`, 'A codec turns bytes into values'],
  ]),
  [
    'libs/codec/src/*.ts',
    "import type { Socket } from 'node:net';\nexport type S = Socket;",
    'A codec turns',
  ],
  [
    'libs/codec/src/*.ts',
    "export const fs = import('node:fs/promises');",
    'A codec turns bytes into values',
  ],
  ['libs/codec/src/*.ts', 'export const { env } = process;', 'A codec turns bytes into values'],
  [
    'libs/codec/src/*.ts',
    "export const page = fetch('http://localhost/');",
    'A codec turns bytes into values',
  ],
];

const ALLOWED: (readonly [files: string, statement: string])[] = [
  ['libs/codec/src/*.ts', importing('a-codec')],
  ['libs/codec/src/*.ts', "import 'node:util';"],
  ['libs/codec/src/*.spec.ts', "import 'node:fs';"],
  ['libs/codec/src/*.spec.ts', importing('a-testing')],
  ['libs/runtime/src/*.ts', importing('a-runtime')],
  ['libs/runtime/integration/*.ts', importing('a-testing')],
  ['libs/runtime/src/*.ts', "import 'node:net';"],
  ['libs/peers/src/*.ts', importing('a-codec')],
  ['libs/peers/src/*.spec.ts', "import '@jest/globals';"],
  ['libs/suites/src/*.ts', importing('a-runtime')],
  ['libs/suites/src/*.ts', importing('a-peers')],
  ['libs/suites/src/*.ts', "import '@jest/globals';"],
  ['libs/runtime/src/*.spec.ts', importing('a-peers')],
  ['libs/runtime/fixtures/*.ts', "import '@jest/globals';"],
  ['libs/script/src/*.ts', importing('a-runtime')],
  ['libs/script/src/*.ts', importing('a-peers')],
  ['apps/conforming/src/*.ts', importing('a-codec')],
  ['apps/conforming/src/*.ts', importing('a-peers')],
  ['apps/conforming/src/*.ts', importing('server-only')],
  ['apps/conforming/src/*.spec.ts', importing('a-testing')],
  ['apps/conforming/integration/*.ts', importing('a-testing')],
  ['apps/command/src/*.ts', importing('client-only')],
  ['apps/chat/src/*.ts', importing('chat-only')],
  ['apps/chat/src/*.ts', importing('server-only')],
  ['apps/mail/src/*.ts', importing('server-only')],
  ['apps/reader/src/*.ts', importing('analyzer-only')],
  ['apps/screen/src/*.ts', importing('analyzer-only')],
  ['apps/screen/src/*.ts', importing('a-codec')],
  ['apps/screen/src/*.spec.ts', "import 'node:fs';"],
  ['apps/screen/src/*.spec.ts', importing('a-testing')],
  ['apps/analyzer/src/words/explanation/*.ts', "import '../../story/turn.ts';"],
  ['apps/analyzer/src/words/explanation/*.ts', "import '../questions/questions.ts';"],
  ['libs/script/src/*.ts', importing('server-only')],
  ['libs/script/src/*.ts', importing('analyzer-only')],
  ['libs/suites/src/*.ts', importing('chat-only')],
];

let workspace: TemporaryWorkspace;
let nxLint: Run;
let messagesByFile: Map<string, string[]>;

beforeAll(async () => {
  workspace = new TemporaryWorkspace();
  addFixtureProjects(workspace);
  for (const [files, statement] of [
    ...[...TYPES, ...SCOPES, ...JEST, ...APPS, ...ROOMS, ...IO],
    ...ALLOWED,
  ]) {
    workspace.write(fileOf(files, statement), `${statement}\n`);
  }
  nxLint = await runNx(workspace.root, 'run-many', '-t', 'lint', '-p', 'codec', 'conforming');
  messagesByFile = await lintFixtures();
});

afterAll(() => workspace.remove());

/** One file for each statement, so that each message can be told to belong to it. */
function fileOf(files: string, statement: string): string {
  return files.replace('*', `case-${statement.replaceAll(/[^a-z0-9]+/gi, '-')}`);
}

/** ESLint as `nx lint` runs it, over all fixtures in one process, with its answer as data. */
async function lintFixtures(): Promise<Map<string, string[]>> {
  const { stdout } = await run(workspace.root, 'eslint', ['--format=json', ...LINTED]);
  const results: { filePath: string; messages: { message: string }[] }[] = JSON.parse(stdout);
  return new Map(
    results.map(({ filePath, messages }) => [filePath, messages.map(({ message }) => message)]),
  );
}

function messagesFor(files: string, statement: string): string[] {
  const file = join(workspace.root, fileOf(files, statement));
  const messages = messagesByFile.get(file);
  if (messages === undefined) throw new Error(`${file} was not linted`);
  return messages;
}

describe.each([
  ['the type arrows', TYPES],
  ['the scope arrows', SCOPES],
  ['Jest outside of tests', JEST],
  ['imports of apps', APPS],
  ['rooms', ROOMS],
  ['I/O in a codec', IO],
])('%s', (_name, cases) => {
  it.each(cases)('in %s: %s meets "%s"', (files, statement, message) => {
    expect(messagesFor(files, statement)).toEqual([expect.stringContaining(message)]);
  });
});

describe('what the arrows allow', () => {
  it.each(ALLOWED)('in %s: %s', (files, statement) => {
    expect(messagesFor(files, statement)).toEqual([]);
  });
});

describe('nx lint', () => {
  it('fails for the project that breaks a rule and passes for the one that does not', () => {
    const statuses = Object.fromEntries(nxLint.tasks.map(({ taskId, status }) => [taskId, status]));
    expect(statuses).toEqual({ 'codec:lint': 1, 'conforming:lint': 0 });
    expect(nxLint.exitCode).toBe(1);
  });
});
