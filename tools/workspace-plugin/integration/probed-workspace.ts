import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Probe } from './probe.ts';
import { TemporaryWorkspace } from './temporary-workspace.ts';

const FIXTURES = 'tools/workspace-plugin/fixtures';

/**
 * A workspace with the project `probe`. Its targets `serve` (which builds an app first), `start` and `part`
 * (with a subcommand) run fixtures/probe.mjs, `print` runs fixtures/print-text.mjs.
 */
export class ProbedWorkspace extends TemporaryWorkspace {
  readonly #server: Server;

  static async open(): Promise<ProbedWorkspace> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new ProbedWorkspace(server);
  }

  private constructor(server: Server) {
    super();
    this.#server = server;
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
    this.write('apps/probe/package.json', { name: '@praktikum/probe', nx });
  }

  /** The variable that tells a probe where to speak to. */
  get probeEnvironment(): { readonly PROBE_PORT: string } {
    return { PROBE_PORT: String((this.#server.address() as AddressInfo).port) };
  }

  /** The next one that starts. */
  async nextProbe(): Promise<Probe> {
    const [socket] = (await once(this.#server, 'connection')) as [Socket];
    return new Probe(socket);
  }

  override remove(): void {
    this.#server.close();
    super.remove();
  }
}
