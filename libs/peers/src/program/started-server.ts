import type { Endpoint } from '@praktikum/protocol';
import { startProgram, type ProgramOptions, type RunningProgram } from './built-program.ts';

export interface StartedServer {
  readonly program: RunningProgram;
  /** Where it listens: a free port of 127.0.0.1 unless `args` say otherwise. */
  readonly endpoint: Endpoint;
  stop(signal?: NodeJS.Signals): ReturnType<RunningProgram['stop']>;
}

/** Starts the built bundle of a server on a free port and waits until it listens. */
export async function startServer(
  app: string,
  args: readonly string[] = [],
  options?: ProgramOptions,
): Promise<StartedServer> {
  const program = startProgram(app, ['--host', '127.0.0.1', '--port', '0', ...args], options);
  const { host, port } = await program.event('listening').catch((error: unknown) => {
    program.process.kill('SIGKILL'); // a test that has failed leaves no process behind
    throw error;
  });
  return {
    program,
    endpoint: { host: String(host), port: Number(port) },
    stop: (signal) => program.stop(signal),
  };
}
