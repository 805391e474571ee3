/**
 * Which project may import which. Two tag dimensions, and an import has to be allowed by both:
 * `type:` says what a project is (it decides about I/O), `scope:` says who it is for.
 */
const TYPE_ARROWS = {
  'type:app': ['type:runtime', 'type:codec'],
  'type:runtime': ['type:runtime', 'type:codec'],
  'type:codec': ['type:codec'],
  'type:testing': ['type:testing', 'type:runtime', 'type:codec'],
  'type:tool': ['type:tool', 'type:runtime', 'type:codec'],
};

const SCOPE_ARROWS = {
  'scope:shared': ['scope:shared'],
  'scope:server': ['scope:server', 'scope:shared'],
  'scope:client': ['scope:client', 'scope:shared'],
};

const REMEDIES = {
  'type:app':
    'What two programs share belongs in a library: a codec (npx nx g @praktikum/workspace-plugin:codec) when it does no I/O, otherwise libs/service or libs/socket-pool. libs/testing is for *.spec.ts and integration/ only.',
  'type:runtime':
    'What only one program needs belongs in that app, and what only tests need belongs in libs/testing, which *.spec.ts and integration/ may import.',
  'type:codec':
    'A codec knows only codecs: what needs a socket, a file or a thread belongs in a runtime library (libs/service, libs/socket-pool) or in the app that uses this codec.',
  'type:testing':
    'Test peers build on runtime libraries and codecs: a test that needs an app belongs in the integration/ folder of that app or in apps/e2e.',
  'type:tool':
    'A tool builds on libraries: what it shares with an app belongs in libs/, and libs/testing is for *.spec.ts and integration/ only.',
  'scope:client':
    'Client code runs without server code: what both sides need belongs in a scope:shared library such as libs/protocol.',
  'scope:server':
    'Server code knows no client and no single service: what others need too belongs in a scope:shared library such as libs/protocol.',
  'scope:shared':
    'Shared code serves both sides: move this import into a library of that scope, or make the imported library scope:shared.',
};

const SERVICE_REMEDY =
  'A service is built from its own libraries, scope:server and scope:shared: what it needs of another service belongs in one of those two.';

/**
 * What an import that breaks an arrow is told.
 * @param {string} tag the tag of the importing project that does not allow the import
 */
export function remedyFor(tag) {
  return REMEDIES[tag] ?? SERVICE_REMEDY;
}

/**
 * The arrows as constraints for `@nx/enforce-module-boundaries`.
 * @param {string[]} tags every tag in use: a scope beyond the three above is a service's own
 * @param {{ tests: boolean }} options tests may also import libs/testing
 */
export function arrows(tags, { tests }) {
  const services = tags.filter((tag) => tag.startsWith('scope:') && !(tag in SCOPE_ARROWS));
  const types = Object.entries(TYPE_ARROWS).map(([from, to]) => [
    from,
    tests ? [...to, 'type:testing'] : to,
  ]);
  const scopes = [
    ...Object.entries(SCOPE_ARROWS),
    ...new Set(services).values().map((scope) => [scope, [scope, 'scope:server', 'scope:shared']]),
  ];
  return [...types, ...scopes].map(([sourceTag, onlyDependOnLibsWithTags]) => ({
    sourceTag,
    onlyDependOnLibsWithTags,
  }));
}
