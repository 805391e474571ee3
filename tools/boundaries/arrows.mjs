/**
 * Which project may import which. Two tag dimensions, and an import has to be allowed by both:
 * `type:` says what a project is (it decides about I/O), `scope:` says who it is for. Scopes need no
 * list: each tag `scope:…` of a project is one.
 */
const TYPE_ARROWS = {
  'type:app': ['type:runtime', 'type:peers', 'type:codec'],
  'type:page': ['type:codec'],
  'type:runtime': ['type:runtime', 'type:codec'],
  'type:codec': ['type:codec'],
  'type:peers': ['type:peers', 'type:codec'],
  'type:testing': ['type:testing', 'type:peers', 'type:runtime', 'type:codec'],
  'type:tool': ['type:tool', 'type:peers', 'type:runtime', 'type:codec'],
};

/** Tools and tests look at whatever they measure or check: no scope is closed to them. */
const SEE_EVERY_SCOPE = ['type:testing', 'type:tool'];

/** Programs that nobody connects to, and what everybody shares, run without server code. */
const WITHOUT_SERVER_CODE = ['scope:shared', 'scope:client', 'scope:analyzer', 'scope:lab'];

const REMEDIES = {
  'type:app':
    'What two programs share belongs in a library: a codec (npx nx g @praktikum/workspace-plugin:codec) when it does no I/O, otherwise libs/service or libs/socket-pool. libs/testing is for *.spec.ts and integration/ only.',
  'type:page':
    'A page runs in a browser, where no Node is: what it shares with a program belongs in a codec, which knows neither.',
  'type:runtime':
    'What only one program needs belongs in that app, and what only tests need belongs in libs/testing, which *.spec.ts and integration/ may import.',
  'type:codec':
    'A codec knows only codecs: what needs a socket, a file or a thread belongs in a runtime library (libs/service, libs/socket-pool) or in the app that uses this codec.',
  'type:peers':
    'A peer judges the programs of others, so it is built without their code: on codecs alone. What it shares with a program that serves belongs in a codec, and suites of tests belong in libs/testing.',
  'type:testing':
    'Suites build on peers, runtime libraries and codecs: a test that needs an app belongs in the integration/ folder of that app or in apps/e2e.',
  'type:tool':
    'A tool builds on libraries: what it shares with an app belongs in libs/, and libs/testing is for *.spec.ts and integration/ only.',
  'scope:client':
    'Client code runs without server code: what both sides need belongs in a scope:shared library such as libs/protocol.',
  'scope:server':
    'Server code knows no client and no single service: what others need too belongs in a scope:shared library such as libs/protocol.',
  'scope:analyzer':
    'The analyzer runs without server code and knows no other program: what it shares with one belongs in a scope:shared library such as libs/protocol.',
  'scope:lab':
    'The lab starts the other programs and runs without their code: what it shares with one belongs in a scope:shared library such as libs/protocol.',
  'scope:shared':
    'Shared code serves both sides: move this import into a library of that scope, or make the imported library scope:shared.',
};

const SERVICE_REMEDY =
  'A service is built from its own libraries, scope:server and scope:shared: what it needs of another service belongs in one of those two.';

/** Between the tags of one constraint, as Nx joins them for its messages. */
const JOINED = '" and "';

/**
 * What an import that breaks an arrow is told.
 * @param {string} tags of the importing project, those that do not allow the import
 */
export function remedyFor(tags = '') {
  const [tag] = tags.split(JOINED);
  return REMEDIES[tag] ?? SERVICE_REMEDY;
}

/**
 * The arrows as constraints for `@nx/enforce-module-boundaries`.
 * @param {string[]} tags every tag in use
 * @param {{ tests: boolean }} options tests may also import libs/testing and libs/peers
 */
export function arrows(tags, { tests }) {
  const types = Object.entries(TYPE_ARROWS).map(([sourceTag, to]) => ({
    sourceTag,
    onlyDependOnLibsWithTags: tests ? [...to, 'type:testing', 'type:peers'] : to,
  }));
  const scoped = Object.keys(TYPE_ARROWS).filter((type) => !SEE_EVERY_SCOPE.includes(type));
  const scopes = [...new Set(tags)].filter((tag) => tag.startsWith('scope:'));
  return [
    ...types,
    ...scopes.flatMap((scope) =>
      scoped.map((type) => ({
        allSourceTags: [scope, type],
        onlyDependOnLibsWithTags: scopesFor(scope),
      })),
    ),
  ];
}

/** A scope sees itself and what is shared; a service, which is a server, sees server code too. */
function scopesFor(scope) {
  const server = WITHOUT_SERVER_CODE.includes(scope) ? [] : ['scope:server'];
  return [...new Set([scope, ...server, 'scope:shared'])];
}
