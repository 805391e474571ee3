import { afterEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Endpoint } from '@praktikum/protocol';
import { ScriptedClient } from '@praktikum/peers';
import { Acceptor } from './acceptor.ts';
import { completeLimits, type Limits } from '../../shared/limits.ts';

const MAX_DISMISSING = 256;

let acceptor: Acceptor;
let clients: ScriptedClient[] = [];
afterEach(() => {
  for (const client of clients) client.close();
  clients = [];
  acceptor.destroy();
});

/** Serves one client, which says nothing, and refuses all others. */
async function listen(limits: Partial<Limits> = {}): Promise<Endpoint> {
  acceptor = new Acceptor(completeLimits({ maxConnections: 1, maxQueued: 0, ...limits }), {
    serve: ({ socket }) => socket.resume(),
  });
  const endpoint = { host: '127.0.0.1', port: 0 };
  const [address] = await acceptor.listen([{ name: 'main', endpoint }]);
  return address!;
}

async function connect(endpoint: Endpoint): Promise<ScriptedClient> {
  const client = await ScriptedClient.connect(endpoint);
  clients.push(client);
  return client;
}

/** A client that has been refused, and stays. */
async function refused(endpoint: Endpoint): Promise<ScriptedClient> {
  const client = await connect(endpoint);
  await client.receiveToEnd();
  return client;
}

/** Sends until the other side answers with a reset: it has no socket for this client any more. */
async function sendUntilReset({ socket }: ScriptedClient): Promise<string> {
  const reset = once(socket, 'error').catch((error: unknown) => [error]);
  const send = () => {
    if (!socket.destroyed) socket.write('x', () => setImmediate(send));
  };
  send();
  const [error] = (await reset) as [NodeJS.ErrnoException];
  return error.code ?? '';
}

describe('Acceptor', () => {
  it('cuts off a refused client that does not leave', async () => {
    const endpoint = await listen({ lingerMs: 50 });
    await connect(endpoint);
    const client = await refused(endpoint);
    await acceptor.dismissed();
    expect(await sendUntilReset(client)).toMatch(/ECONNRESET|EPIPE/);
  });

  it('says goodbye to so many refused clients and cuts the next one off', async () => {
    const endpoint = await listen({ lingerMs: 60_000 });
    await connect(endpoint);
    const leaving: ScriptedClient[] = [];
    for (let count = 0; count < MAX_DISMISSING; count++) leaving.push(await refused(endpoint));
    const oneTooMany = await refused(endpoint);
    expect(await sendUntilReset(oneTooMany)).toMatch(/ECONNRESET|EPIPE/);
    const last = leaving.at(-1)!;
    await last.send('what it still says is read and dropped');
    last.halfClose();
    await once(last.socket, 'close');
    expect(last.outcome).toBe('end');
    expect(acceptor.refused).toBe(MAX_DISMISSING + 1);
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux(
    'leaves no more than the backlog to the kernel while it is busy (Linux only)',
    async () => {
      const connectedOf = async (backlog: number) => {
        const { port } = await listen({ backlog });
        const { stdout } = spawnSync(process.execPath, ['-e', CONNECT_TEN, String(port)]);
        acceptor.destroy();
        return Number(stdout);
      };
      expect(await connectedOf(1)).toBe(2); // Linux takes one more than it is told
      expect(await connectedOf(511)).toBe(10);
    },
  );
});

/** Connects ten times, one after the other, while the process that listens waits for this one and accepts nothing. */
const CONNECT_TEN = `
const { connect } = require('node:net');
const end = (connected) => process.stdout.write(String(connected), () => process.exit());
function connectAfter(connected) {
  if (connected === 10) return end(connected);
  const late = setTimeout(end, 2000, connected);
  connect(Number(process.argv[1]), '127.0.0.1', () => {
    clearTimeout(late);
    connectAfter(connected + 1);
  });
}
connectAfter(0);
`;
