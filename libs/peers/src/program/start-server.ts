import type { Endpoint } from '@praktikum/protocol';
import type { Program } from './program.ts';
import type { ProgramOptions } from './program-options.ts';
import type { ProgramResult, RunningProgram } from './running-program.ts';
import { startProgram } from './start-program.ts';

/** A server that listens. Whoever has started it stops it. */
export interface StartedServer {
  readonly program: RunningProgram;
  /** Where it listens: a free port of 127.0.0.1 unless its arguments say otherwise. */
  readonly endpoint: Endpoint;
  /** Sends a signal, SIGTERM by default, and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<ProgramResult>;
}

/** Starts a server on a free port, and waits until it listens. */
export async function startServer(
  program: Program,
  args: readonly string[] = [],
  options?: ProgramOptions,
): Promise<StartedServer> {
  const endpoint = ['--host', '127.0.0.1', '--port', '0'];
  return whenListening(startProgram(program, [...endpoint, ...args], options));
}

/** Waits for the log line of a server that says where it listens. */
export async function whenListening(program: RunningProgram): Promise<StartedServer> {
  const { host, port } = await program.event('listening').catch((error: unknown) => {
    program.kill('SIGKILL'); // what does not listen is left to nobody
    throw error;
  });
  return {
    program,
    endpoint: { host: String(host), port: Number(port) },
    stop: (signal) => program.stop(signal),
  };
}
