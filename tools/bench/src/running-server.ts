import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Peer, PeerStart } from './peers/peer.ts';
import { cpuMicros, memoryKiB } from './process-usage.ts';
import { cleanEnvironment } from './clean-environment.ts';

const START_TIMEOUT_MS = 15_000;
const STOP_TIMEOUT_MS = 3000;
const RETRY_MS = 10;

/** A peer that listens. */
export class RunningServer {
  readonly port: number;
  readonly #child: ChildProcess;

  /**
   * Starts a peer on a free port and waits until it serves.
   * @param folder where its output goes
   * @throws Error with the end of its output when it does not come to listen
   */
  static async start(
    peer: Peer,
    start: Omit<PeerStart, 'port'>,
    folder: string,
  ): Promise<RunningServer> {
    const port = await freePort();
    const { file, args } = peer.command({ ...start, port });
    const output = join(folder, 'output.log');
    const log = openSync(output, 'w');
    const child = spawn(file, args, { stdio: ['ignore', log, log], env: cleanEnvironment() });
    closeSync(log);
    const server = new RunningServer(child, port);
    try {
      await server.#ready(peer.serves ?? canConnect);
    } catch (error) {
      await server.stop();
      throw new Error(`${peer.name} did not start: ${lastLine(output)}`, { cause: error });
    }
    return server;
  }

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
    child.on('error', () => undefined); // it is noticed as a server that does not accept
  }

  /** CPU time so far, in microseconds. */
  cpuMicros(): number {
    return cpuMicros(this.#child.pid!);
  }

  memoryKiB(): number {
    return memoryKiB(this.#child.pid!);
  }

  /** Ends it, by force when it does not end by itself. */
  async stop(): Promise<void> {
    if (this.#ended()) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(timer);
  }

  #ended(): boolean {
    const { pid, exitCode, signalCode } = this.#child;
    return pid === undefined || exitCode !== null || signalCode !== null;
  }

  async #ready(serves: (port: number) => Promise<boolean>): Promise<void> {
    const latest = performance.now() + START_TIMEOUT_MS;
    while (!(await serves(this.port))) {
      if (this.#ended()) throw new Error('it ended');
      if (performance.now() > latest) throw new Error('time was up');
      await sleep(RETRY_MS);
    }
  }
}

/** Some peers cannot say which port they were given, so all are told one. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.end();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function lastLine(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').at(-1) || 'it printed nothing';
}
