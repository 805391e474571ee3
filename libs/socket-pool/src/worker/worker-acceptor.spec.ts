import { afterEach, expect, it } from '@jest/globals';
import { once } from 'node:events';
import net, { createServer, type Server } from 'node:net';
import { MessageChannel, type Transferable } from 'node:worker_threads';
import { ScriptedClient } from '@praktikum/peers';
import { describeReuseport } from '@praktikum/testing';
import { completePoolSettings } from '../pool/socket-pool-options.ts';
import { Places } from '../shared/places.ts';
import { newTicketKeys } from '../shared/tls-settings.ts';
import { WorkerAcceptor } from './worker-acceptor.ts';

const HOST = '127.0.0.1';
const nobody = () => undefined;
let acceptor: WorkerAcceptor;
afterEach(() => acceptor.destroy());

function start(): WorkerAcceptor {
  const worker = new URL('file:///not-started.js');
  const settings = completePoolSettings(
    { worker, accept: 'reuseport', listeners: [{ endpoint: { host: HOST, port: 0 } }] },
    newTicketKeys(),
  );
  return new WorkerAcceptor(settings, Places.allocate(), new SharedArrayBuffer(4), {
    ...{ serve: nobody, taken: nobody, lost: nobody, ask: nobody, dismissed: nobody },
    ...{ paused: nobody, retry: nobody, listenerLost: nobody },
  });
}

async function listenBeside(port: number): Promise<Server> {
  const server = createServer().listen({ host: HOST, port, reusePort: true });
  await once(server, 'listening');
  return server;
}

describeReuseport('a listening socket that comes from another worker (%s)', () => {
  it('leaves none open whose place it takes', async () => {
    acceptor = start();
    const bound = new net.BoundSocket({ host: HOST, port: 0, reusePort: true });
    const endpoint = { host: HOST, port: bound.address().port };
    await acceptor.listen([{ listener: 'main', bound }]);
    const { port1, port2 } = new MessageChannel();
    const server = await listenBeside(endpoint.port);
    port1.postMessage({ listener: 'main', server }, [server as unknown as Transferable]);
    port1.close();
    expect(await acceptor.takeOver(port2)).toBe(true);
    (await ScriptedClient.connect(endpoint)).close();
    acceptor.close();
    await expect(ScriptedClient.connect(endpoint)).rejects.toThrow('ECONNREFUSED');
  });
});
