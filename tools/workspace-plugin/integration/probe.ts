import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline/promises';
import type { TemporaryWorkspace } from './temporary-workspace.ts';

const FIXTURES = 'tools/workspace-plugin/fixtures';

/**
 * Adds the project `probe`. Its targets `serve` (which builds an app first), `start` and `part` (with a
 * subcommand) run fixtures/probe.mjs, `print` runs fixtures/print-text.mjs.
 */
export function addProbe(workspace: TemporaryWorkspace): void {
  const executor = '@praktikum/workspace-plugin:program';
  const program = `${FIXTURES}/probe.mjs`;
  const targets = {
    serve: {
      options: { program },
      dependsOn: [{ projects: ['simple-server'], target: 'build' }],
    },
    start: { options: { program }, dependsOn: [] },
    part: { executor, options: { program, subcommand: 'part' } },
    print: { executor, options: { program: `${FIXTURES}/print-text.mjs` } },
  };
  const nx = { name: 'probe', targets };
  workspace.write('apps/probe/package.json', { name: '@praktikum/probe', nx });
}

/** What a probe says of its start. */
export interface ProbeStart {
  readonly args: readonly string[];
  /** Its version of Node. */
  readonly node: string;
  /** Whether its standard input and output are a terminal. */
  readonly terminal: readonly [input: boolean, output: boolean];
}

/** Waits for the probes that Nx starts. */
export class ProbeListener {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<ProbeListener> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new ProbeListener(server);
  }

  /** The variable that tells a probe where to speak to. */
  get environment(): { readonly PROBE_PORT: string } {
    return { PROBE_PORT: String((this.#server.address() as AddressInfo).port) };
  }

  /** The next one that starts. */
  async next(): Promise<Probe> {
    const [socket] = (await once(this.#server, 'connection')) as [Socket];
    return new Probe(socket);
  }

  close(): void {
    this.#server.close();
  }
}

/** A probe that runs, as it tells of itself. */
export class Probe {
  readonly #lines: AsyncIterator<string>;

  constructor(socket: Socket) {
    this.#lines = createInterface(socket)[Symbol.asyncIterator]();
  }

  /** Comes before all else. */
  started(): Promise<ProbeStart> {
    return this.next() as Promise<ProbeStart>;
  }

  /** The next that happens to it: a signal, or what is typed. */
  async next(): Promise<unknown> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('the probe has ended');
    return JSON.parse(value);
  }

  /** All that happens to it from now on, until its process has ended. */
  async untilEnd(): Promise<unknown[]> {
    const all: unknown[] = [];
    for (let line; !(line = await this.#lines.next()).done;) all.push(JSON.parse(line.value));
    return all;
  }
}
