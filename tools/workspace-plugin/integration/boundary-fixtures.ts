import type { TemporaryWorkspace } from './temporary-workspace.ts';

/** Projects that others import, one for each kind of arrow's end. */
const IMPORTED = {
  'libs/a-codec': ['type:codec', 'scope:shared'],
  'libs/a-runtime': ['type:runtime', 'scope:shared'],
  'libs/a-peers': ['type:peers', 'scope:shared'],
  'libs/a-testing': ['type:testing', 'scope:shared'],
  'libs/a-tool': ['type:tool', 'scope:shared'],
  'libs/server-only': ['type:runtime', 'scope:server'],
  'libs/client-only': ['type:runtime', 'scope:client'],
  'libs/chat-only': ['type:runtime', 'scope:chat'],
  'libs/analyzer-only': ['type:codec', 'scope:analyzer'],
  'apps/another-app': ['type:app', 'scope:server'],
  'apps/another-page': ['type:page', 'scope:shared'],
};

/** Projects whose files are linted. Nobody imports them, so no cycle hides the rule under test. */
const IMPORTING = {
  'libs/codec': ['type:codec', 'scope:shared'],
  'libs/runtime': ['type:runtime', 'scope:shared'],
  'libs/peers': ['type:peers', 'scope:shared'],
  'libs/suites': ['type:testing', 'scope:shared'],
  'libs/script': ['type:tool', 'scope:shared'],
  'libs/untagged': [],
  'apps/server': ['type:app', 'scope:server'],
  'apps/command': ['type:app', 'scope:client'],
  'apps/chat': ['type:app', 'scope:chat'],
  'apps/mail': ['type:app', 'scope:mail'],
  'apps/reader': ['type:app', 'scope:analyzer'],
  'apps/screen': ['type:page', 'scope:analyzer'],
  'apps/conforming': ['type:app', 'scope:server'],
};

/** What is linted: the fixtures, and rooms of real projects. */
export const LINTED = [
  ...Object.keys(IMPORTING),
  'libs/socket-pool/src/pool',
  'libs/socket-pool/src/worker/tls',
  'libs/socket-pool/src/shared',
  'apps/analyzer/src/story',
  'apps/analyzer/src/words/explanation',
  'apps/analyzer-page/src/texts',
];

/** Adds the fixture projects to the workspace, each with an empty entry file. */
export function addFixtureProjects(workspace: TemporaryWorkspace): void {
  for (const [root, tags] of Object.entries({ ...IMPORTED, ...IMPORTING })) {
    const [room, name] = root.split('/');
    workspace.write(`${root}/src/index.ts`, 'export {};\n');
    workspace.write(`${root}/package.json`, {
      name: `@praktikum/${name}`,
      version: '0.1.0',
      type: 'module',
      // Like the real ones: a library has exports, an app has none.
      ...(room === 'libs' && { exports: { '.': './src/index.ts' } }),
      nx: { name, tags },
    });
  }
}
