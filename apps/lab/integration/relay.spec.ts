import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  FullPipe,
  runToEnd,
  shellCommand,
  startCommand,
  startProgram,
  startServer,
  whenListening,
  type RunningProgram,
  type StartedServer,
} from '@praktikum/peers';
import { itOnUnix } from '@praktikum/testing';

const BAD = ['--loss', '10%', '--duplicate', '5%', '--reorder', '5%', '--jitter', '5ms'];

let server: StartedServer;

beforeEach(async () => {
  server = await startServer('simple-server', ['--udp']);
});

afterEach(async () => {
  await server.stop();
});

const relayArgs = (...args: string[]) => {
  const { host, port } = server.endpoint;
  return ['relay', host, `${port}`, '--listen', '0', ...args];
};

const startRelay = (...args: string[]) =>
  whenListening(startProgram('lab', relayArgs('--json', ...args)));

/** Sends so many numbered datagrams, and waits long for the last reply. */
function send(port: number, count: number, ...args: string[]) {
  const udp = ['--udp', '--count', `${count}`, '--interval', '2ms', '--timeout', '5s'];
  return runToEnd('client', ['127.0.0.1', `${port}`, ...udp, ...args]);
}

/** A port of UDP where nobody listens. */
async function freePort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
}

/** `1.000 datagram dikirim, 812 terjawab, 18,8% hilang` */
function answeredOf(stdout: Buffer): number {
  const [, answered = ''] = /, ([\d.]+) terjawab/.exec(stdout.toString()) ?? [];
  return Number(answered.replaceAll('.', ''));
}

/** `#12 Ini pesan dari client` */
const numberIn = (head: unknown) => Number(/^#(\d+) /.exec(String(head))?.[1]);

/** The numbers of the messages that the relay has passed. */
function passed(relay: RunningProgram, direction: 'to-server' | 'to-client'): Set<number> {
  const events = relay.events('datagram').filter((event) => event.direction === direction);
  return new Set(events.filter((event) => !event.lost).map(({ head }) => numberIn(head)));
}

function decisions(relay: RunningProgram) {
  const fate = ({ number, lost, duplicated, heldBack, delayMs }: Record<string, unknown>) => ({
    ...{ number, lost, duplicated, heldBack, delayMs },
  });
  const events = relay.events('datagram');
  return ['to-server', 'to-client'].map((direction) =>
    events.filter((event) => event.direction === direction).map(fate),
  );
}

describe('lab relay', () => {
  it.each([1, 2, 2026])('loses what it says, and nothing else (seed %i)', async (seed) => {
    const relay = await startRelay(...BAD, '--seed', `${seed}`);
    const { code, stdout } = await send(relay.endpoint.port, 1000);
    expect(code).toBe(12);
    const ended = await relay.stop('SIGINT');
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    const [requests, replies] = [
      passed(relay.program, 'to-server'),
      passed(relay.program, 'to-client'),
    ];
    expect(answeredOf(stdout)).toBe([...requests].filter((each) => replies.has(each)).length);
    const [summary] = relay.program.events('summary');
    expect(summary).toMatchObject({ seed, toServer: { taken: 1000, overflow: 0, cut: 0 } });
    const { lost, passed: handedOn } = summary!.toServer as Record<string, number>;
    expect(handedOn).toBe(requests.size);
    expect(lost).toBeGreaterThan(50);
    expect(lost).toBeLessThan(150);
  });

  it('decides the same with the same seed', async () => {
    const logs = [];
    for (const seed of ['7', '7', '8']) {
      const relay = await startRelay(...BAD, '--seed', seed);
      await send(relay.endpoint.port, 100);
      await relay.stop('SIGINT');
      logs.push(decisions(relay.program));
    }
    expect(logs[1]).toEqual(logs[0]);
    expect(logs[2]).not.toEqual(logs[0]);
  });

  it('serves several clients at once', async () => {
    const relay = await startRelay();
    const port = relay.endpoint.port;
    const results = await Promise.all([1, 2, 3].map((n) => send(port, 20, '-m', `client ${n}`)));
    for (const { code, stdout } of results) {
      expect(stdout.toString()).toContain('20 datagram dikirim, 20 terjawab');
      expect(code).toBe(0);
    }
    await relay.stop('SIGINT');
    const clients = relay.program.events('datagram').map(({ client }) => client);
    expect(new Set(clients)).toEqual(new Set([1, 2, 3]));
  });

  it('tells people what it does, and how to repeat it', async () => {
    const relay = startProgram('lab', relayArgs('--loss', '100%'));
    const line = await relay.line(/mendengarkan di/);
    const [, port] = /127\.0\.0\.1:(\d+), meneruskan/.exec(line) ?? [];
    await runToEnd('client', ['127.0.0.1', port!, '--udp', '--timeout', '10ms']);
    await relay.line(/client 1 → server no 1, 24 byte, dibuang: "#1 Ini pesan dari client"$/);
    const { code, stdout } = await relay.stop('SIGINT');
    const [, seed] = /untuk mengulang: --seed (\d+)\n/.exec(stdout.toString()) ?? [];
    expect(stdout.toString()).toMatch(
      new RegExp(`Selesai setelah .* s, --seed ${seed}\\nclient → server: 1 diterima, 1 dibuang`),
    );
    expect(code).toBe(0);
  });

  it('ends after a time, or after a silence', async () => {
    expect(await runToEnd('lab', relayArgs('--for', '100ms'))).toMatchObject({ code: 0 });
    const relay = await startRelay('--until-idle', '100ms');
    await send(relay.endpoint.port, 1);
    expect(await relay.program.toEnd()).toMatchObject({ code: 0 });
    expect(relay.program.events('summary')).toMatchObject([{ toServer: { taken: 1 } }]);
  });

  it('says once that no server is there, and goes on', async () => {
    const port = await freePort();
    const args = ['relay', '127.0.0.1', `${port}`, '--listen', '0', '--json'];
    const relay = await whenListening(startProgram('lab', args));
    await send(relay.endpoint.port, 3, '--timeout', '10ms');
    await relay.program.said(/ECONNREFUSED/);
    await send(relay.endpoint.port, 3, '--timeout', '10ms');
    const { code, stderr } = await relay.stop('SIGINT');
    expect(stderr).toBe(
      `Tidak ada program yang mendengarkan UDP di 127.0.0.1:${port} (ECONNREFUSED). Relay tetap berjalan.\n`,
    );
    expect(code).toBe(0);
    expect(relay.program.events('datagram')).toHaveLength(6);
  });

  itOnUnix('counts what could not be sent when no descriptor is free', async () => {
    const command = shellCommand('lab', relayArgs('--json'));
    const relay = await whenListening(
      startCommand('bash', ['-c', `ulimit -n 40 && exec ${command}`]),
    );
    const { port, host } = relay.endpoint;
    const sockets = Array.from({ length: 60 }, () => createSocket('udp4'));
    for (const socket of sockets) socket.send('halo', port, host);
    const toServer = () =>
      relay.program.events('datagram').filter(({ direction }) => direction === 'to-server');
    await relay.program.until('60 datagrams', () => toServer().length === 60);
    await relay.program.said(/EMFILE/);
    await relay.stop('SIGINT');
    for (const socket of sockets) socket.close();
    const [summary] = relay.program.events('summary');
    expect(summary).toMatchObject({ toServer: { taken: 60, passed: 60 } });
    const { unsent } = summary?.['toServer'] as { unsent: number };
    expect(unsent).toBeGreaterThan(20);
  });

  it('ends when its reader has left', async () => {
    const relay = await startRelay();
    await relay.program.leave();
    await send(relay.endpoint.port, 3);
    expect(await relay.program.toEnd()).toMatchObject({ code: 20 });
  });

  itOnUnix('serves, and ends, while nobody reads what it says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'relay-'));
    const pipe = new FullPipe(join(folder, 'out'));
    const port = await freePort();
    const args = relayArgs('--listen', `${port}`);
    const relay = startProgram('lab', args, { stdoutTo: pipe.path });
    // It cannot say when it listens; until then the client is refused.
    let code: number | null;
    do ({ code } = await send(port, 20));
    while (code === 6);
    expect(code).toBe(0);
    expect(await relay.stop('SIGINT')).toMatchObject({ code: 0 });
    pipe.close();
    rmSync(folder, { recursive: true });
  });

  it('explains a port that is in use', async () => {
    const relay = await startRelay();
    const { port } = relay.endpoint;
    const { code, stderr } = await runToEnd('lab', relayArgs('--listen', `${port}`));
    expect(stderr).toContain(`Port UDP ${port} sudah digunakan`);
    expect(stderr).toContain('--listen 0');
    expect(code).toBe(3);
    await relay.stop('SIGINT');
  });

  it.each([
    ['an unknown name', ['tidak-ada.invalid'], 8, 'Nama "tidak-ada.invalid" tidak dikenal'],
    ['a share without a sign', ['--loss', '10'], 2, '--loss menerima: 10%, 0.5%'],
    ['a time without a unit', ['--delay', '50'], 2, '--delay memerlukan satuan waktu'],
    ['itself', ['127.0.0.1', '12346'], 2, 'Relay akan meneruskan ke dirinya sendiri'],
    [
      'a foreign address',
      ['--listen', '203.0.113.1:0'],
      5,
      '203.0.113.1 bukan alamat komputer ini',
    ],
  ])('explains %s', async (_, args, exitCode, words) => {
    const { code, stderr } = await runToEnd('lab', ['relay', ...args]);
    expect(stderr).toContain(words);
    expect(code).toBe(exitCode);
  });

  it.each([
    ['id', 'Relay hanya untuk UDP', 'kehilangan paket TCP'],
    ['en', 'A relay is for UDP only', 'never shows TCP loss'],
  ])('says in its help (%s) that it is not for TCP', async (lang, ...words) => {
    const { code, stdout } = await runToEnd('lab', ['relay', '--help', '--lang', lang]);
    const text = stdout.toString().replace(/\s+/g, ' ');
    for (const each of words) expect(text).toContain(each);
    expect(code).toBe(0);
  });
});
