import { afterEach } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCommand, type ProgramOptions, type RunningProgram } from '@praktikum/peers';
import type { Endpoint } from '@praktikum/protocol';

/** Where a chat program of somebody else's goes, and as whom. */
export interface ChatProgramSettings {
  readonly endpoint: Endpoint;
  readonly nick: string;
  /** The channel that it enters by itself. */
  readonly channel: string;
  /** Speaks TLS, and trusts the certificates of this authority alone: the path of a PEM file. */
  readonly ca?: string;
  /** Logs in with SASL PLAIN: name and password. */
  readonly account?: readonly [name: string, password: string];
}

/** A chat program of somebody else's that runs. */
export interface ChatProgram {
  /** The first line that it has written down of what it heard and that matches; past ones count too. */
  noted(pattern: RegExp): Promise<string>;
  /** All that it has written down. */
  notes(): string;
}

/** Such programs start slowly where others keep the processors busy. */
export const OPTIONS: ProgramOptions = {
  timeoutMs: 120_000,
  // Without a character set they say `?` for everything beyond ASCII.
  env: { LANG: 'C.UTF-8', TERM: 'xterm' },
};

const endings: (() => Promise<unknown>)[] = [];
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(endings.splice(0).map((end) => end()));
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A folder for the files of a chat program, which goes when all of them have ended. */
export async function makeHome(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'chat-program-'));
  folders.push(folder);
  return folder;
}

/**
 * The program ends with the test; one that does not is killed.
 * @param end asks it to end
 */
export function endsWithTest(program: RunningProgram, end = () => program.kill()): RunningProgram {
  endings.push(() => {
    end();
    return program.toEnd();
  });
  return program;
}

/** What stands in a file, line by line as it comes; the file need not be there yet. */
export function follow(path: string): RunningProgram {
  return endsWithTest(startCommand('tail', ['-n', '+1', '-s', '0.1', '-F', path], OPTIONS));
}
