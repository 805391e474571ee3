import type { Endpoint } from '@praktikum/protocol';
import type { LabProgram } from './lab-program.ts';
import type { StartedCommand } from './started-command.ts';
import type { Workbench } from './workbench.ts';

/** The guide's lines of a server that listens: `Memulai server di 127.0.0.1 port 40123`. */
const LISTENING = /^(?:Memulai server di \S+ port |Server berjalan di \S+:)(\d+)$/;

const HOST = '127.0.0.1';

/** A server of this workspace, on a free port of this machine. */
export interface LabServer {
  readonly endpoint: Endpoint;
  /** As it is typed. */
  readonly command: string;
  /** Ends it, and keeps what it has printed. */
  stop(): Promise<void>;
}

/**
 * Starts a server and waits until it listens.
 * @param output the file that takes what it prints
 * @throws CodedError `ERR_PROGRAM_FAILED` when it does not come to that
 */
export async function startLabServer(
  bench: Workbench,
  program: LabProgram,
  output: string,
  args: readonly string[] = [],
): Promise<LabServer> {
  const place = ['--host', HOST, '--port', '0', '--log-format', 'pretty'];
  const command = bench.start(program, [...place, ...args], { output, accepts: 'any' });
  const port = await portOf(command).catch(async (error: unknown) => {
    await command.kill();
    await bench.finish(command, [0]); // says how it ended, where it did so by itself
    throw error;
  });
  return {
    endpoint: { host: HOST, port },
    command: command.command,
    stop: async () => {
      command.interrupt();
      await bench.finish(command);
    },
  };
}

async function portOf(command: StartedCommand): Promise<number> {
  const [, port] = await command.line(LISTENING);
  return Number(port);
}
