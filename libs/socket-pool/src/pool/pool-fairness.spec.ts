import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { ScriptedClient } from '@praktikum/peers';
import { itEachAccept, TestCertificates } from '@praktikum/testing';
import { endingWithTest, listen } from '../../fixtures/scripted-pool.ts';
import type { SocketPool } from './socket-pool.ts';
import type { SocketPoolOptions } from './socket-pool-options.ts';
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

/** One worker, with three seconds of work for all clients, which is ended after one without an answer. */
function listenBusy(options: Partial<SocketPoolOptions> = {}): Promise<SocketPool> {
  const limits = { heartbeatMs: 20, stuckTimeoutMs: 1000 };
  return listen({ workers: 1, limits, ...options }, { workMs: WORK_MS });
}

/** Each has sent a request of its own when this resolves. */
async function askAll(
  { address }: SocketPool,
  options?: Parameters<typeof ScriptedClient.connect>[1],
): Promise<ScriptedClient[]> {
  const ask = async (number: number) => {
    const client = endingWithTest(await ScriptedClient.connect(address, options));
    await client.send(`request ${number}`);
    return client;
  };
  return Promise.all(Array.from({ length: CLIENTS }, (_, number) => ask(number)));
}

async function expectAllAnswered(clients: readonly ScriptedClient[]): Promise<void> {
  const answers = await Promise.all(clients.map((client) => client.receiveToEnd()));
  expect(answers.map(String)).toEqual(clients.map((_, number) => `request ${number}`));
}

describe('a worker whose clients ask for more than it has time for', () => {
  it.each([
    ['lent memory', true],
    ['streams', false],
  ])(
    'answers all of many dear requests, and is not taken for stuck (%s)',
    async (_, socketHandles) => {
      const pool = await listenBusy({ socketHandles });
      const clients = await askAll(pool);
      for (const client of clients) client.halfClose();
      await expectAllAnswered(clients);
      expect(pool.stats().restarts).toBe(0);
    },
  );

  it('does the same over TLS', async () => {
    const pool = await listenBusy({
      listeners: [{ endpoint: { host: '127.0.0.1', port: 0 }, tls }],
    });
    const ca = await certificates.authorities;
    const clients = await askAll(pool, { tls: { ca, servername: 'localhost' } });
    for (const client of clients) client.halfClose();
    await expectAllAnswered(clients);
    expect(pool.stats().restarts).toBe(0);
  });
});

itEachAccept(
  'a stop leaves nobody out who has asked before it, however busy (%s)',
  async (accept) => {
    // One piece of work takes longer than a client may be silent.
    const pool = await listenBusy({ accept, limits: { drainQuietMs: WORK_MS / 2 } });
    const clients = await askAll(pool);
    expect(await pool.close(60_000)).toBe(0);
    await expectAllAnswered(clients);
  },
);
