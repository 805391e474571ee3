import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { TLSSocket } from 'node:tls';
import type { Endpoint } from '@praktikum/protocol';
import { freeEndpoint, ScriptedClient } from '@praktikum/peers';
import { describeEachAccept, TestCertificates } from '@praktikum/testing';
import { answered, endingWithTest, listen, until } from '../../fixtures/scripted-pool.ts';
import type { TlsIdentity, TlsSettings } from '../shared/tls-settings.ts';
import type { ListenerOptions } from './socket-pool-options.ts';
import type { SocketPool } from './socket-pool.ts';

const ENDPOINT = { host: '127.0.0.1', port: 0 };

let certificates: TestCertificates;
let tls: TlsSettings;
beforeAll(async () => {
  certificates = await TestCertificates.create();
  tls = { identities: [await identityOf(certificates.server)], clientCert: 'none' };
});
afterAll(() => certificates.remove());

async function identityOf({ cert, key }: { cert: string; key: string }): Promise<TlsIdentity> {
  return { cert: await readFile(cert, 'utf8'), key: await readFile(key, 'utf8') };
}

/** A pool that listens in the clear and with TLS. */
function listenTwice(
  options: Parameters<typeof listen>[0] = {},
  script: Parameters<typeof listen>[1] = {},
): Promise<SocketPool> {
  const listeners = [
    { name: 'plain', endpoint: ENDPOINT, idleTimeoutMs: 1000 },
    { name: 'secure', endpoint: ENDPOINT, tls },
  ];
  return listen({ listeners, ...options }, script);
}

function addressOf(pool: SocketPool, listener: string): Endpoint {
  return pool.openListeners.find(({ name }) => name === listener)!.address;
}

async function connectPlain(pool: SocketPool): Promise<ScriptedClient> {
  return answered(endingWithTest(await ScriptedClient.connect(addressOf(pool, 'plain'))));
}

async function connectSecure(pool: SocketPool): Promise<ScriptedClient> {
  const ca = await certificates.authorities;
  const options = { ca, servername: 'localhost' };
  const client = await ScriptedClient.connect(addressOf(pool, 'secure'), { tls: options });
  return answered(endingWithTest(client));
}

describeEachAccept('listeners of a pool (%s)', (accept) => {
  it('are plain or speak TLS, each by itself, and the handler knows which it is', async () => {
    const pool = await listenTwice({ accept });
    const events: string[] = [];
    pool.on('connection', ({ listener }) => events.push(listener));
    for (const [connect, name] of [
      [connectPlain, 'plain'],
      [connectSecure, 'secure'],
    ] as const) {
      const client = await connect(pool);
      await client.send('listener');
      await client.receiveText(name);
      const closed = once(pool, 'closed');
      client.halfClose();
      expect((await closed)[0]).toMatchObject({ listener: name });
    }
    await until(() => events.length === 2);
    expect(events).toEqual(['plain', 'secure']);
  });

  it('have an idle time of their own', async () => {
    const pool = await listenTwice({ accept });
    const [plain, secure] = [await connectPlain(pool), await connectSecure(pool)];
    await expect(plain.receiveToEnd()).resolves.toHaveLength(1);
    await secure.send('masih di sini');
    await secure.receiveText('masih di sini');
  });

  it('share the limits', async () => {
    const pool = await listenTwice({ accept, limits: { maxConnections: 1, maxQueued: 0 } });
    await connectPlain(pool);
    const refused = once(pool, 'refused');
    const second = await ScriptedClient.connect(addressOf(pool, 'secure'));
    await expect(second.receiveToEnd()).resolves.toHaveLength(0);
    expect(await refused).toMatchObject([{ listener: 'secure' }, 'queue-full']);
  });

  it('stay open through a reload, which brings new certificates to one of them', async () => {
    const pool = await listenTwice({ accept });
    const old = await connectPlain(pool);
    const identity = await identityOf(await certificates.issue('other', { names: ['other'] }));
    await pool.reload({ tls: { secure: { ...tls, identities: [identity] } } });
    await old.send('masih di sini');
    await old.receiveText('masih di sini');
    await connectPlain(pool);
    await expect(connectSecure(pool)).rejects.toMatchObject({ code: expect.any(String) });
  });

  it('take new certificates for connections to come, without new workers', async () => {
    const starts = new Int32Array(new SharedArrayBuffer(4));
    const pool = await listenTwice({ accept }, { starts });
    const old = await connectSecure(pool);
    const issued = await identityOf(await certificates.issue('other', { names: ['other'] }));
    pool.renewCertificates({ secure: { ...tls, identities: [issued] } });
    await expect(connectSecure(pool)).rejects.toMatchObject({ code: expect.any(String) });
    await old.send('masih di sini');
    await old.receiveText('masih di sini');
    pool.renewCertificates({ secure: tls });
    await connectSecure(pool);
    expect(Atomics.load(starts, 0)).toBe(2);
    expect(pool.stats()).toMatchObject({ retired: 0 });
  });

  it('give new certificates to a worker that is started later', async () => {
    const pool = await listenTwice({ accept, workers: 1 });
    const issued = await identityOf(await certificates.issue('other', { names: ['other'] }));
    pool.renewCertificates({ secure: { ...tls, identities: [issued] } });
    const restarted = once(pool, 'workerRestart');
    await (await connectPlain(pool)).send('exit');
    await restarted;
    await expect(connectSecure(pool)).rejects.toMatchObject({ code: expect.any(String) });
  });

  it('take no session of one that asks clients for less', async () => {
    const ca = await certificates.authorities;
    const listeners = [
      { name: 'open', endpoint: ENDPOINT, tls },
      { name: 'members', endpoint: ENDPOINT, tls: { ...tls, clientCert: 'required' as const, ca } },
    ];
    const pool = await listen({ accept, listeners });
    const options = { ca, servername: 'localhost' };
    const stranger = await ScriptedClient.connect(addressOf(pool, 'open'), { tls: options });
    const ticket = once(stranger.socket, 'session') as Promise<[Buffer]>;
    await answered(endingWithTest(stranger)); // not as an answer to that event: Node 24 would send nothing
    const [session] = await ticket;
    const resuming = { ...options, session };
    const again = await ScriptedClient.connect(addressOf(pool, 'open'), { tls: resuming });
    expect((endingWithTest(again).socket as TLSSocket).isSessionReused()).toBe(true);
    const intruder = endingWithTest(
      await ScriptedClient.connect(addressOf(pool, 'members'), { tls: resuming }),
    );
    await intruder.send('x');
    expect(await intruder.receiveOutcome()).toContain('CERTIFICATE_REQUIRED');
    expect(intruder.received).toHaveLength(0);
  });

  it.each([
    ['with TLS and one without', '127.0.0.1'],
    ['under the same address in IPv6', '::ffff:127.0.0.1'],
  ])('do not share a port, not even one %s', async (_, host) => {
    const address = await freeEndpoint();
    const listeners = [
      { name: 'members', endpoint: { ...address, host }, tls },
      { name: 'open', endpoint: address },
    ];
    await expect(listen({ accept, listeners })).rejects.toMatchObject({
      code: 'EADDRINUSE',
      details: { listener: 'open', ...address },
    });
  });

  it('say which of them cannot listen, and leave no other open', async () => {
    const first = await listen({ accept });
    const taken = { name: 'second', endpoint: first.address };
    const listeners = [{ name: 'first', endpoint: ENDPOINT }, taken];
    await expect(listen({ accept, listeners })).rejects.toMatchObject({
      code: 'EADDRINUSE',
      details: { listener: 'second', ...first.address },
    });
  });
});

describe('SocketPool.listen', () => {
  const many = Array.from({ length: 17 }, (_, at) => ({ name: `${at}`, endpoint: ENDPOINT }));
  it.each<[string, ListenerOptions[]]>([
    ['no listener', []],
    ['too many listeners', many],
    ['listeners of the same name', [{ endpoint: ENDPOINT }, { endpoint: ENDPOINT }]],
    ['a listener without a name', [{ name: '', endpoint: ENDPOINT }]],
    ['a listener without a host', [{ endpoint: { host: '', port: 0 } }]],
    ['an idle time out of range', [{ endpoint: ENDPOINT, idleTimeoutMs: 0 }]],
  ])('refuses %s', async (_, listeners) => {
    await expect(listen({ listeners })).rejects.toMatchObject({ code: 'ERR_OPTION_VALUE' });
  });

  it('refuses certificates that cannot be used, and goes on with those it has', async () => {
    const pool = await listenTwice();
    const [identity] = tls.identities;
    const broken = { ...tls, identities: [{ ...identity, key: 'tidak ada' }] as const };
    expect(() => pool.renewCertificates({ secure: broken })).toThrow();
    await connectSecure(pool);
  });

  it('refuses new certificates for a listener that speaks no TLS', async () => {
    const pool = await listenTwice();
    expect(() => pool.renewCertificates({ plain: tls })).toThrow(/tls is plain/);
    await expect(pool.reload({ tls: { plain: tls } })).rejects.toMatchObject({
      code: 'ERR_OPTION_VALUE',
      details: { option: 'tls', value: 'plain', accepts: 'secure' },
    });
  });
});
