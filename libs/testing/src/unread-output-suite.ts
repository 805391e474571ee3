import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Endpoint } from '@praktikum/protocol';
import {
  freeEndpoint,
  FullPipe,
  ScriptedClient,
  shellCommand,
  startOnTerminal,
  startProgram,
  type Program,
  type ProgramOptions,
} from '@praktikum/peers';
import { ask, type Dialogue } from './dialogue.ts';
import { describeWith } from './installed.ts';
import { itOnUnix } from './on-unix.ts';

/** So many clients give the server more to say than the buffers on the way take. */
const CLIENTS = 300;

/**
 * What holds for every server program, whatever becomes of what it says: it serves, and it ends in time.
 * @param program name of the Nx project, which is built, or a file
 */
export function describeUnreadOutput(program: Program, dialogue: Dialogue): void {
  describe('output that nobody reads', () => {
    const folder = mkdtempSync(join(tmpdir(), 'unread-'));
    const pipes: FullPipe[] = [];
    afterEach(() => {
      for (const pipe of pipes.splice(0)) {
        pipe.close();
        rmSync(pipe.path);
      }
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    /** A pipe that is full, and that its reader does not empty. */
    function fullPipe(name: string): string {
      const pipe = new FullPipe(join(folder, name));
      pipes.push(pipe);
      return pipe.path;
    }

    const WAYS: readonly (readonly [string, () => ProgramOptions])[] = [
      ['standard output', () => ({ stdoutTo: fullPipe('out') })],
      ['standard error', () => ({ stderrTo: fullPipe('err') })],
      ['either', () => ({ stdoutTo: fullPipe('out'), stderrTo: fullPipe('err') })],
      ['a terminal log in a pipe', () => ({ stdoutTo: fullPipe('out') })],
    ];
    itOnUnix.each(WAYS)('ends in time while nobody reads %s', async (name, options) => {
      const format = name.includes('terminal') ? 'pretty' : 'json';
      const { host, port } = await freeEndpoint();
      const args = [host, String(port), '--log-format', format, '--log-level', 'debug'];
      const server = startProgram(program, args, options());
      await expectServed({ host, port }, dialogue);
      expect((await server.stop()).code).toBe(0);
    });

    describeWith('script', 'on a terminal', () => {
      it('ends with its error while Ctrl-S has stopped it', async () => {
        const { host, port } = await freeEndpoint();
        const holder = createServer().listen(port, host);
        await once(holder, 'listening');
        const server = shellCommand(program, [host, String(port), '--log-level', 'debug']);
        const script = startOnTerminal(`echo PID $$; read go; exec ${server}`);
        const [, pid] = /PID (\d+)/.exec(await script.line(/^PID/)) ?? [];
        script.process.stdin.write('\x13go\n');
        await gone(Number(pid));
        holder.close();
        script.process.stdin.write('\x11');
        await script.toEnd();
      });

      it('ends in time while Ctrl-S has stopped it', async () => {
        const { host, port } = await freeEndpoint();
        const server = shellCommand(program, [host, String(port), '--log-level', 'debug']);
        const script = startOnTerminal(`echo PID $$; exec ${server}`);
        const [, pid] = /PID (\d+)/.exec(await script.line(/^PID/)) ?? [];
        await expectServed({ host, port }, dialogue, 1);
        script.process.stdin.write('\x13');
        await expectServed({ host, port }, dialogue);
        process.kill(Number(pid), 'SIGTERM');
        await gone(Number(pid));
        script.process.stdin.write('\x11'); // script itself ends when it has read the rest
        await script.toEnd();
      });
    });
  });
}

/** Every client of a crowd, one after the other, has its answer. */
async function expectServed(
  endpoint: Endpoint,
  dialogue: Dialogue,
  clients = CLIENTS,
): Promise<void> {
  for (let number = 0; number < clients; number++) {
    const client = await ScriptedClient.connectOnceItListens(endpoint);
    await ask(client, dialogue, 'halo');
    client.close();
  }
}

/** Waits for the end of a process that is not a child of this one. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(20);
  }
}
