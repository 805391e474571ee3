import { entryOf, type Program } from './program.ts';
import type { ProgramOptions } from './program-options.ts';
import type { RunningProgram } from './running-program.ts';
import { startCommand } from './start-command.ts';

/** How a program of this workspace is started in a shell: `'/bin/node' '/…/main.js' '--port' '0'`. */
export function shellCommand(program: Program, args: readonly string[] = []): string {
  return [process.execPath, entryOf(program), ...args].map(quoted).join(' ');
}

/**
 * Runs a command of the shell on a terminal of its own, whose keyboard is standard input and whose screen
 * is standard output. It needs the program `script`, and ends when the command has. The shell is `/bin/sh`,
 * whatever `SHELL` says: at a Ctrl-C the shells differ (bash waits for its command, dash ends at once).
 */
export function startOnTerminal(command: string, options: ProgramOptions = {}): RunningProgram {
  return startCommand('script', ['-qefc', command, '/dev/null'], {
    keepInputOpen: true,
    ...options,
    env: { SHELL: '/bin/sh', ...options.env },
  });
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
