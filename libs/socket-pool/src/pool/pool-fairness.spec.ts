import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { ScriptedClient } from '@praktikum/peers';
import { TestCertificates } from '@praktikum/testing';
import { endingWithTest, listen, until } from '../../fixtures/scripted-pool.ts';
import type { SocketPool } from './socket-pool.ts';
import type { TlsSettings } from '../shared/tls-settings.ts';

let certificates: TestCertificates;
let tls: TlsSettings;
beforeAll(async () => {
  certificates = await TestCertificates.create();
  const { cert, key } = certificates.server;
  const identity = { cert: await readFile(cert, 'utf8'), key: await readFile(key, 'utf8') };
  tls = { identities: [identity], clientCert: 'none' };
});
afterAll(() => certificates.remove());

const CLIENTS = 60;
const WORK_MS = 50;

describe('a worker whose clients ask for more than it has time for', () => {
  /** One worker, with three seconds of work for all clients, which is ended after one without an answer. */
  function listenBusy(secure = false, socketHandles = true): Promise<SocketPool> {
    const endpoint = { host: '127.0.0.1', port: 0 };
    const listeners = [{ endpoint, ...(secure && { tls }) }];
    const limits = { heartbeatMs: 20, stuckTimeoutMs: 1000 };
    return listen({ workers: 1, listeners, limits, socketHandles }, { workMs: WORK_MS });
  }

  async function connectAll(pool: SocketPool, secure = false): Promise<ScriptedClient[]> {
    const options = secure
      ? { tls: { ca: await certificates.authorities, servername: 'localhost' } }
      : {};
    const connecting = Array.from({ length: CLIENTS }, () =>
      ScriptedClient.connect(pool.address, options),
    );
    return (await Promise.all(connecting)).map(endingWithTest);
  }

  it.each([
    ['lent memory', false, true],
    ['streams', false, false],
    ['TLS', true, true],
  ])(
    'answers all of many dear requests, and is not taken for stuck (%s)',
    async (_, secure, socketHandles) => {
      const pool = await listenBusy(secure, socketHandles);
      const clients = await connectAll(pool, secure);
      await Promise.all(clients.map((client, at) => client.send(`request ${at}`)));
      for (const client of clients) client.halfClose();
      const answers = await Promise.all(clients.map((client) => client.receiveToEnd()));
      expect(answers.map(String)).toEqual(clients.map((_, at) => `request ${at}`));
      expect(pool.stats().restarts).toBe(0);
    },
  );

  it('answers in a stop what has waited for its turn', async () => {
    const pool = await listenBusy();
    const clients = await connectAll(pool);
    await Promise.all(clients.map((client, at) => client.send(`request ${at}`)));
    await until(() => pool.stats().active === CLIENTS);
    expect(await pool.close(60_000)).toBe(0);
    const answers = await Promise.all(clients.map((client) => client.receiveToEnd()));
    expect(answers.map(String)).toEqual(clients.map((_, at) => `request ${at}`));
  });
});
