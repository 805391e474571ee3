import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createLogger, logWords, type LogOptions } from '@praktikum/service';
import { ScriptedClient } from '@praktikum/peers';
import { ERRORS } from './errors.ts';
import { PoolServer, type PoolServerOptions } from './pool-server.ts';
import { POOL_SERVICE_TEXTS } from './texts.ts';

const LOG: LogOptions = { service: 'uji', language: 'id', level: 'info', format: 'json' };
const ENDPOINT = { host: '127.0.0.1', port: 0 };

let server: PoolServer | undefined;
let lines: { event?: string }[] = [];
afterEach(() => {
  server?.destroy();
  server = undefined;
  lines = [];
});

async function start(options: Partial<PoolServerOptions> = {}): Promise<PoolServer> {
  const { listeners = [{ endpoint: ENDPOINT }] } = options;
  server = await PoolServer.start({
    worker: new URL('../../fixtures/echo-worker.ts', import.meta.url),
    listeners,
    readListeners: async () => listeners,
    workers: 1,
    data: 'halo',
    log: createLogger(LOG, { write: (line) => void lines.push(JSON.parse(line) as object) }),
    workerLog: { ...LOG, level: 'silent' },
    codes: logWords(ERRORS, 'id'),
    texts: {
      ...POOL_SERVICE_TEXTS.id,
      listening: (address) => `di ${address}`,
      tryWith: (host, port) => `coba ${host} ${port}`,
    },
    ...options,
  });
  return server;
}

const events = (event: string) => lines.filter((line) => line.event === event);

describe('PoolServer', () => {
  it('starts with no connections and closes with none cut off', async () => {
    await start();
    expect(server?.connections).toBe(0);
    await expect(server?.close(1000)).resolves.toBe(0);
  });

  it('keeps its workers in a reload when it has an owner, and closes the owner last', async () => {
    const closed = jest.fn(async () => undefined);
    await start({ owner: { receive: () => undefined, close: closed } });
    const { port } = events('listening')[0] as unknown as { port: number };
    const client = await ScriptedClient.connect({ host: '127.0.0.1', port });
    await expect(server?.reload()).resolves.toBe('nothing');
    await client.send('masih dilayani');
    await client.receiveText('masih dilayani');
    client.close();
    expect(closed).not.toHaveBeenCalled();
    await server?.close(1000);
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('closes the owner when it cannot listen', async () => {
    const closed = jest.fn(async () => undefined);
    const listeners = [{ endpoint: { host: '192.0.2.1', port: 0 } }];
    const starting = start({ listeners, owner: { receive: () => undefined, close: closed } });
    await expect(starting).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('listens on several ports, says where, and gives the first one as a hint', async () => {
    const listeners = [
      { name: 'satu', endpoint: ENDPOINT },
      { name: 'dua', endpoint: ENDPOINT, idleTimeoutMs: 5000 },
    ];
    await start({ listeners });
    const listening = events('listening') as unknown as { listener: string; port: number }[];
    expect(listening).toMatchObject([{ listener: 'satu' }, { listener: 'dua' }]);
    expect(events('hint')).toMatchObject([
      { msg: expect.stringContaining(`coba 127.0.0.1 ${listening[0]?.port} `) },
    ]);
    for (const { listener, port } of listening) {
      const client = await ScriptedClient.connect({ host: '127.0.0.1', port });
      await client.receiveText(`halo ${listener}\n`);
      client.close();
    }
  });

  it('says nothing of listeners where there is one', async () => {
    await start();
    expect(Object.keys(events('listening')[0]!)).not.toContain('listener');
  });

  it('explains why it cannot listen', async () => {
    const listeners = [{ endpoint: { host: '203.0.113.1', port: 0 } }];
    await expect(start({ listeners })).rejects.toMatchObject({
      code: 'EADDRNOTAVAIL',
      details: { host: '203.0.113.1', own: expect.stringContaining('127.0.0.1') },
    });
  });

  it('ends when its metrics have no port', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    await expect(start({ metrics: { host: '127.0.0.1', port } })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    taken.close();
  });

  it('passes on a limit that is out of range', async () => {
    await expect(start({ limits: { idleTimeoutMs: 0 } })).rejects.toMatchObject({
      code: 'ERR_OPTION_VALUE',
    });
  });

  it('starts its workers anew, with its clients', async () => {
    await start();
    const { port } = events('listening')[0] as unknown as { port: number };
    const client = await ScriptedClient.connect({ host: '127.0.0.1', port });
    await client.receiveText('halo main\n');
    await server?.reload();
    await client.send('masih di sini');
    await client.receiveText('masih di sini');
    client.close();
  });
});
