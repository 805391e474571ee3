import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Endpoint } from '@praktikum/protocol';
import { ScriptedClient, startServer, type StartedServer } from '@praktikum/peers';
import { describePortAbuse, itOnUnix } from '@praktikum/testing';

const REQUEST = 'GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n';
/** What an echo may take beside hostile readers of metrics, on a slow machine too. */
const ANSWERED_WITHIN_MS = 5000;

let server: StartedServer;
let metrics: Endpoint;
let echo: EchoClient;
const readers: ScriptedClient[] = [];

beforeEach(async () => {
  server = await startServer('threaded-server', ['--metrics', '0', '--mode', 'echo']);
  const { port } = await server.program.event('metrics');
  metrics = { host: '127.0.0.1', port: Number(port) };
  echo = await EchoClient.start(server.endpoint);
});

afterEach(async () => {
  const slowest = await echo.stop();
  for (const reader of readers.splice(0)) reader.close();
  const { code, stderr } = await server.stop();
  expect([code, stderr]).toEqual([0, '']);
  expect(slowest).toBeLessThan(ANSWERED_WITHIN_MS);
});

/** A client of the service, which says something all the time and measures how long the answer takes. */
class EchoClient {
  readonly #client: ScriptedClient;
  readonly #talking: Promise<void>;
  #stopped = false;
  #slowestMs = 0;

  static async start(endpoint: Endpoint): Promise<EchoClient> {
    return new EchoClient(await ScriptedClient.connect(endpoint));
  }

  private constructor(client: ScriptedClient) {
    this.#client = client;
    this.#talking = this.#talk();
  }

  async #talk(): Promise<void> {
    for (let sent = 1; !this.#stopped; sent++) {
      const began = performance.now();
      await this.#client.send('x');
      await this.#client.receive(sent);
      this.#slowestMs = Math.max(this.#slowestMs, performance.now() - began);
      await sleep(10);
    }
  }

  /** @returns the longest time of an answer, in milliseconds */
  async stop(): Promise<number> {
    this.#stopped = true;
    await this.#talking;
    this.#client.close();
    return this.#slowestMs;
  }
}

async function reader(): Promise<ScriptedClient> {
  const client = await ScriptedClient.connect(metrics);
  readers.push(client);
  return client;
}

/** There are places for few readers: one who comes too early is sent away, and comes again. */
async function expectAnswer(): Promise<void> {
  for (;;) {
    const client = await reader();
    await client.send(REQUEST).catch(() => undefined);
    await client.receiveOutcome();
    const text = client.received.toString();
    client.close();
    if (text === '') continue;
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(text).toMatch(/^socket_pool_connections_active 1$/m);
    return;
  }
}

describe('the port of --metrics', () => {
  describePortAbuse({
    connect: reader,
    request: REQUEST,
    stall: 'GET /metr',
    expectNextIsServed: expectAnswer,
  });

  itOnUnix('answers whoever half-closes behind the request, or sends it byte by byte', async () => {
    const client = await reader();
    await client.dribble(REQUEST);
    client.halfClose();
    expect((await client.receiveToEnd()).toString()).toContain('socket_pool_connections_active 1');
  });

  itOnUnix.each([
    ['garbage', 'halo dunia\r\n\r\n', 400],
    ['no host', 'GET /metrics HTTP/1.1\r\n\r\n', 400],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n', 400],
    ['a head without end', 'x'.repeat(100_000), 431],
  ])('answers %s with an error', async (_, request, status) => {
    const client = await reader();
    await client.send(Buffer.from(request, 'latin1'));
    await client.receive(12);
    expect(client.received.toString()).toContain(`HTTP/1.1 ${status} `);
  });

  itOnUnix('answers its clients beside readers that ask without end and read nothing', async () => {
    const asking = Array.from({ length: 16 }, async () => {
      const client = await reader();
      await client.flood(Buffer.from(REQUEST.repeat(20_000)));
    });
    await Promise.all(asking);
    await expectAnswer();
  });

  itOnUnix('answers its clients beside readers that come and go all the time', async () => {
    for (let round = 0; round < 20; round++) {
      const crowd = Array.from({ length: 50 }, async () => {
        const client = await reader();
        await client.send(REQUEST).catch(() => undefined);
        await client.receiveOutcome();
        client.close();
      });
      await Promise.all(crowd);
    }
    await expectAnswer();
  });

  itOnUnix('keeps nobody from stopping the server', async () => {
    for (let count = 0; count < 16; count++) await (await reader()).send(REQUEST.slice(0, -2));
    await expectEndsInTime();
  });
});

/** The rest of the deadline for clients is for clients. */
async function expectEndsInTime(): Promise<void> {
  await echo.stop();
  const began = performance.now();
  expect((await server.stop()).code).toBe(0);
  expect(performance.now() - began).toBeLessThan(ANSWERED_WITHIN_MS);
}
