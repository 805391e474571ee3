import { say } from './say.mjs';

/** Exit codes: docs/EXIT-CODES.md. */
const TOO_MANY_FILES = 11;
const UNUSABLE_FILE = 14;

/**
 * Says what ends the launcher or the set-up, which have no stack trace for it.
 * @param {NodeJS.ErrnoException & { remedies?: readonly string[] }} error
 * @returns {number} the exit code
 */
export function sayFailure({
  code,
  path = '',
  message,
  remedies = ['git status', 'npx nx reset'],
}) {
  const what = message.includes(path) ? message : `${message} ${path}`;
  const isFull = code === 'EMFILE' || code === 'ENFILE';
  say(
    `Program tidak dapat disiapkan: ${what}`,
    `The program cannot be prepared: ${what}`,
    ...(isFull ? ['ulimit -n 65536'] : remedies).map((remedy) => `  - ${remedy}`),
  );
  return isFull ? TOO_MANY_FILES : UNUSABLE_FILE;
}
