const ROOM = 'libs/socket-pool/src';

/** What each room may not import: code of the other thread, of which only messages are known. */
const FORBIDDEN = { pool: ['worker'], worker: ['pool'], shared: ['pool', 'worker'] };

const MESSAGE =
  'pool/ runs in the main thread, worker/ in the thread that serves: they know each other by shared/messages.ts. What both need belongs in shared/.';

/**
 * The rooms of libs/socket-pool by thread.
 * @param {string[]} tests globs of files that may import from all of them
 */
export function threadRooms(tests) {
  return Object.entries(FORBIDDEN).map(([room, others]) => ({
    files: [`${ROOM}/${room}/**/*.ts`],
    ignores: tests,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: others.map((other) => ({ group: [`**/${other}/**`], message: MESSAGE })) },
      ],
    },
  }));
}
