import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { ScriptedClient } from '@praktikum/peers';
import { describeEachAccept, TestCertificates } from '@praktikum/testing';
import { endingWithTest, gate, listen, open, served, until } from '../../fixtures/scripted-pool.ts';
import type { TlsSettings } from '../shared/tls-settings.ts';

/** More than the kernel keeps for both ends of a connection. */
const MANY_BYTES = 32 * 1024 * 1024;

let certificates: TestCertificates;
let tls: TlsSettings;
beforeAll(async () => {
  certificates = await TestCertificates.create();
  const cert = await readFile(certificates.server.cert, 'utf8');
  const key = await readFile(certificates.server.key, 'utf8');
  tls = { identities: [{ cert, key }], clientCert: 'none' };
});
afterAll(() => certificates.remove());

describeEachAccept('sockets that move as Node documents it (%s)', (accept) => {
  const options = { accept, socketHandles: false };

  it('lose nothing of what a client sends before they have moved, with the end of the stream', async () => {
    const pool = await listen(options);
    const client = endingWithTest(await ScriptedClient.connect(pool.address));
    client.socket.end('all at once');
    await expect(client.receiveToEnd()).resolves.toEqual(Buffer.from('all at once'));
  });

  it('carry more than the kernel keeps, while the client reads late', async () => {
    const pool = await listen(options);
    const client = await served(pool);
    client.socket.end(Buffer.alloc(MANY_BYTES, 'x'));
    expect(await client.receiveToEnd()).toHaveLength(1 + MANY_BYTES);
  });

  it('speak TLS', async () => {
    const listeners = [{ endpoint: { host: '127.0.0.1', port: 0 }, tls }];
    const pool = await listen({ ...options, listeners });
    const ca = await certificates.authorities;
    const client = await ScriptedClient.connect(pool.address, {
      tls: { ca, servername: 'localhost' },
    });
    await endingWithTest(client).send('rahasia');
    await client.receiveText('rahasia');
    client.halfClose();
    await client.receiveToEnd();
  });

  it('wait for a place, and are served in turn or refused', async () => {
    const pool = await listen({ ...options, limits: { maxConnections: 1, maxQueued: 1 } });
    const first = await served(pool);
    const queued = once(pool, 'queued');
    const second = endingWithTest(await ScriptedClient.connect(pool.address));
    await second.send('second');
    await queued;
    const third = endingWithTest(await ScriptedClient.connect(pool.address));
    await expect(third.receiveToEnd()).resolves.toHaveLength(0);
    first.halfClose();
    await expect(second.receive(6)).resolves.toEqual(Buffer.from('second'));
  });

  it('go with their worker, and no others, and stay in a reload', async () => {
    const stuck = gate();
    const pool = await listen(options, { gate: stuck });
    const kept = await served(pool);
    await pool.reload();
    await kept.send('masih di sini');
    await kept.receiveText('masih di sini');
    const doomed = await served(pool);
    await doomed.send('exit');
    expect(await doomed.receiveOutcome()).not.toBe('');
    await until(() => pool.stats().active === 1);
    await kept.send('lagi');
    await kept.receiveText('lagi');
    open(stuck);
    await expect(pool.close(5000)).resolves.toBe(0);
  });
});
