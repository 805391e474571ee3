import { fstatSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Nx plugin that gives the keyboard, or what is piped in, to the program of `serve` and `start` and to
 * nothing else.
 *
 * Nx (23.2) runs a task in a pseudo-terminal, and a thread copies what is typed into it. Two things go
 * wrong with that. The thread of a task that has ended reads on (`write_to_pty` has no end), so what is
 * typed to a server, Ctrl-C as well, may go to the build before it. And a program in a pseudo-terminal
 * sees a keyboard where the user gave a pipe or a file.
 */
const require = createRequire(import.meta.url);
const nx = dirname(require.resolve('nx/package.json'));
const { ForkedProcessTaskRunner } = require(
  join(nx, 'dist/src/tasks-runner/forked-process-task-runner.js'),
);

export const name = 'task-terminal';

/** Runs in the process of Nx itself (NX_ISOLATE_PLUGINS=false in .env). */
export function preTasksExecution() {
  // Executors (build) get no terminal: only commands (serve, start) talk with a person.
  const runner = ForkedProcessTaskRunner.prototype;
  runner.forkProcessWithPseudoTerminal = runner.forkProcessWithPrefixAndNotTTY;
  if (inputIsRedirected()) process.env.NX_NATIVE_COMMAND_RUNNER = 'false';
}

function inputIsRedirected() {
  const input = fstatSync(0);
  return input.isFIFO() || input.isFile() || input.isSocket();
}
