import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { runToEnd, ScriptedClient, startServer, type StartedServer } from '@praktikum/peers';
import { itEachAcceptOnUnix } from '@praktikum/testing';

let server: StartedServer;
afterEach(() => server?.stop('SIGKILL'));

async function metricsOf(...args: string[]): Promise<string> {
  server = await startServer('threaded-server', ['--metrics', '0', '--workers', '2', ...args]);
  const { host, port } = await server.program.event('metrics');
  expect(host).toBe('127.0.0.1');
  return `http://127.0.0.1:${port}/metrics`;
}

/** `name{label="x"} 12`: the value of one sample. */
async function sample(url: string, name: string): Promise<number | undefined> {
  const text = await (await fetch(url)).text();
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length + 1));
}

/** Figures of workers come with the heartbeat. */
async function until(url: string, name: string, value: number): Promise<void> {
  while ((await sample(url, name)) !== value) await sleep(50);
}

async function served(): Promise<ScriptedClient> {
  const client = await ScriptedClient.connect(server.endpoint);
  await client.send('Halo');
  await client.receiveText('Anda mengirim: Halo');
  return client;
}

describe('--metrics', () => {
  it('counts clients, bytes and refusals', async () => {
    const url = await metricsOf('--max-per-address', '2', '--lang', 'en');
    const clients = [await served(), await served()];
    const third = await ScriptedClient.connect(server.endpoint);
    await third.receiveToEnd();
    expect(await sample(url, 'socket_pool_connections_accepted_total')).toBe(3);
    expect(await sample(url, 'socket_pool_connections_active')).toBe(2);
    expect(await sample(url, 'socket_pool_connections_refused_total{reason="address-limit"}')).toBe(
      1,
    );
    await until(url, 'socket_pool_handover_seconds_count', 2);
    await until(url, 'socket_pool_worker_received_bytes_total{worker="1"}', 4);
    await until(url, 'socket_pool_worker_sent_bytes_total{worker="2"}', 19);
    for (const client of clients) client.close();
    await until(url, 'socket_pool_connections_active', 0);
  });

  itEachAcceptOnUnix('goes on counting after a reload (%s)', async (accept) => {
    const url = await metricsOf('--accept', accept);
    const client = await served();
    const received = [1, 2].map(
      (worker) => `socket_pool_worker_received_bytes_total{worker="${worker}"}`,
    );
    const sum = async () => {
      const values = await Promise.all(received.map((name) => sample(url, name)));
      return values.reduce<number>((total, value) => total + (value ?? 0), 0);
    };
    while ((await sum()) !== 4) await sleep(50);
    server.program.kill('SIGHUP');
    await server.program.event('reloaded');
    expect(await sum()).toBe(4);
    client.close();
    await until(url, 'socket_pool_workers_retired', 0);
    expect(await sum()).toBe(4);
  });

  it('is text that Prometheus reads, one type and one help for each name', async () => {
    const response = await fetch(await metricsOf());
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const lines = (await response.text()).split('\n').filter((line) => line !== '');
    const types = lines.filter((line) => line.startsWith('# TYPE '));
    expect(new Set(types).size).toBe(types.length);
    for (const line of lines) {
      expect(line).toMatch(
        /^(# (HELP|TYPE) \S+ .+|[a-z_][a-z0-9_]*(\{[^}]*\})? ([-+.e\d]+|NaN|\+Inf))$/i,
      );
    }
    for (const [, name, type] of types.map((line) => line.split(' ').slice(1))) {
      if (type === 'counter') expect(name).toMatch(/_total$/);
    }
  });

  it('answers nothing but GET /metrics', async () => {
    const url = await metricsOf();
    expect((await fetch(new URL('/', url))).status).toBe(404);
    expect((await fetch(url, { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('keeps no more than sixteen readers', async () => {
    const { port } = new URL(await metricsOf());
    const readers: Socket[] = [];
    for (let count = 0; count < 16; count++) {
      const reader = connect(Number(port), '127.0.0.1');
      readers.push(reader);
      await once(reader, 'connect');
    }
    const one = connect(Number(port), '127.0.0.1').resume();
    await once(one, 'close');
    for (const reader of readers) reader.destroy();
  });

  it('waits no longer for a request than it says', async () => {
    const { port } = new URL(await metricsOf());
    const began = performance.now();
    const reader = connect(Number(port), '127.0.0.1').resume();
    reader.write('GET /metrics HTTP/1.1\r\nHost: localhost\r\n'); // and no end of it
    await once(reader, 'close');
    const ms = performance.now() - began;
    expect(ms).toBeGreaterThan(4500);
    expect(ms).toBeLessThan(20_000);
  });

  it('explains a port that is in use, and leaves nothing running', async () => {
    const url = new URL(await metricsOf());
    const { code, stderr } = await runToEnd('threaded-server', [
      '127.0.0.1',
      '0',
      ...['--metrics', url.port, '--lang', 'en'],
    ]);
    expect(stderr).toContain(`Port ${url.port} is already in use by threaded-server (PID `);
    expect(code).toBe(3);
  });

  it.each([
    ['x', 'x'],
    ['70000', '70000'],
    ['::1', '::1'],
    ['localhost:', ''],
  ])('refuses "%s"', async (value, port) => {
    const { code, stderr } = await runToEnd('threaded-server', ['--metrics', value]);
    expect(stderr).toContain(`"${port}"`);
    expect(code).toBe(2);
  });
});

describe('--watch', () => {
  it('writes a line for each worker where there is no terminal', async () => {
    server = await startServer('threaded-server', ['--watch', '--workers', '2', '--lang', 'en']);
    await served();
    await expect(server.program.event('load', { connections: 1 })).resolves.toMatchObject({
      event: 'load',
      msg: expect.stringMatching(/^Worker \d: 1 clients, load \d+ %, throughput \S+ k?B\/s$/),
    });
  });
});
