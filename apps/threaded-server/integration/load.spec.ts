import { afterEach, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import type { Endpoint } from '@praktikum/protocol';
import {
  ScriptedClient,
  shellCommand,
  startCommand,
  startServer,
  whenListening,
  type RunningProgram,
  type StartedServer,
} from '@praktikum/peers';
import { itEachAccept, itEachAcceptOnUnix, itOnUnix } from '@praktikum/testing';

const MIB = 1024 * 1024;
/** At other levels what is frequent is counted. */
const EVERY_LINE = ['--log-level', 'debug'];
let server: StartedServer;
afterEach(() => server?.stop('SIGKILL'));

itEachAccept('serves two thousand clients at the same time (%s)', async (accept) => {
  server = await startServer('threaded-server', ['--accept', accept]);
  const clients: ScriptedClient[] = [];
  for (let batch = 0; batch < 20; batch++) {
    const hundred = Array.from({ length: 100 }, () => ScriptedClient.connect(server.endpoint));
    clients.push(...(await Promise.all(hundred)));
  }
  const texts = clients.map((_, number) => `client ${number}`);
  await Promise.all(clients.map((client, number) => client.send(texts[number]!)));
  const answers = await Promise.all(
    clients.map((client, number) => client.receiveText(`Anda mengirim: ${texts[number]}`)),
  );
  expect(answers).toEqual(texts.map((text) => `Anda mengirim: ${text}`));
  for (const client of clients) client.close();
});

itEachAcceptOnUnix('answers in a stop all that the kernel has taken (%s)', async (accept) => {
  const patient = ['--shutdown-timeout', '2m']; // what is shown is not how fast it is
  server = await startServer('threaded-server', ['--mode', 'echo', '--accept', accept, ...patient]);
  const clients = await Promise.all(
    Array.from({ length: 50 }, () => ScriptedClient.connect(server.endpoint)),
  );
  const messages = clients.map((_, number) => Buffer.alloc(MIB / 4, `pesan ${number};`));
  // A client that does not get to run is silent, and may be ended; what it has sent is on its way.
  await Promise.all(clients.map((client, number) => client.send(messages[number]!)));
  const stopped = server.stop('SIGTERM');
  await server.program.event('stopping');
  await refused(server.endpoint);
  for (const [number, client] of clients.entries()) {
    expect((await client.receiveToEnd()).equals(messages[number]!)).toBe(true);
    client.halfClose();
  }
  expect((await stopped).code).toBe(0);
});

/** Connects until nobody listens any more: a worker may yet have to be told. */
async function refused(endpoint: Endpoint): Promise<void> {
  const code = await ScriptedClient.connect(endpoint).then(
    (client) => client.close(),
    (error: NodeJS.ErrnoException) => error.code,
  );
  if (code !== 'ECONNREFUSED') return refused(endpoint);
}

itOnUnix('keeps the log lines of its threads apart when their reader is slow', async () => {
  server = await startServer('threaded-server', ['--workers', '4', ...EVERY_LINE]);
  const { program, endpoint } = server;
  program.process.stdout.pause(); // the pipe fills up, and every thread has lines to write
  const clients = await Promise.all(
    Array.from({ length: 12 }, () => ScriptedClient.connect(endpoint)),
  );
  for (const client of clients) {
    for (let count = 0; count < 100; count++) void client.send(Buffer.alloc(900, 0xff));
  }
  await Promise.all(clients.map((client) => client.receive(1)));
  program.process.stdout.resume();
  await Promise.all(clients.map((client) => client.receive(12 * 900)));
  const { stdout } = await server.stop();
  const lines = stdout.toString().trimEnd().split('\n');
  expect(() => lines.forEach((line) => JSON.parse(line) as unknown)).not.toThrow();
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThan(4096);
});

const COMMAND = shellCommand('threaded-server', ['127.0.0.1', '0']);

/** Starts the server with no more descriptors than these. */
function startWithin(descriptors: number, args: string): RunningProgram {
  return startCommand('bash', ['-c', `ulimit -n ${descriptors} && exec ${COMMAND} ${args}`]);
}

itEachAcceptOnUnix(
  'lets clients wait while no descriptor is free, and forgets none (%s)',
  async (accept) => {
    server = await whenListening(startWithin(90, `--workers 2 --accept ${accept}`));
    const { program, endpoint } = server;
    const crowd = await Promise.all(
      Array.from({ length: 150 }, () => ScriptedClient.connect(endpoint)),
    );
    await program.event('paused', { code: 'EMFILE' });
    // Those for whom there is room are answered; each that leaves lets one of the others in.
    await Promise.all(
      crowd.map(async (client) => {
        await client.send('x');
        await client.receiveText('Anda mengirim: x');
        client.close();
      }),
    );
    expect(await server.stop()).toMatchObject({ code: 0, stderr: '' });
  },
);

itEachAcceptOnUnix('answers in a stop who has waited for a descriptor (%s)', async (accept) => {
  const args = `--workers 1 --shutdown-timeout 2m --accept ${accept}`;
  server = await whenListening(startWithin(64, args));
  const crowd = await Promise.all(
    Array.from({ length: 60 }, async () => {
      const client = await ScriptedClient.connect(server.endpoint);
      await client.send('x');
      client.halfClose();
      return client;
    }),
  );
  const [ended, ...answers] = await Promise.all([
    server.stop('SIGTERM'),
    ...crowd.map((client) => client.receiveToEnd()),
  ]);
  expect(answers.map(String)).toEqual(crowd.map(() => 'Anda mengirim: x'));
  expect(ended).toMatchObject({ code: 0, stderr: '' });
});

/** Below the first of them Node cannot read a file of ours, or not start at all. */
const DESCRIPTORS = [24, 28, 32, 36, 40, 44, 48, 50, 52, 54, 56, 58, 60, 64, 72, 80, 96, 112, 128];

itEachAcceptOnUnix('explains or serves with any number of descriptors (%s)', async (accept) => {
  for (const limit of DESCRIPTORS) {
    const program = startWithin(limit, `--workers 2 --mode echo --accept ${accept}`);
    const listens = await program.event('listening').catch(() => undefined);
    if (listens === undefined) {
      const { code, stderr } = await program.toEnd();
      expect([code, stderr]).toEqual([11, expect.stringContaining('ulimit -n 65536')]);
      continue;
    }
    const endpoint = { host: '127.0.0.1', port: Number(listens.port) };
    const crowd = Array.from({ length: 40 }, async () => {
      const client = await ScriptedClient.connect(endpoint);
      await client.send('x');
      await client.receive(1);
      expect(client.received.toString()).toBe('x');
      client.close();
    });
    await Promise.all(crowd);
    expect(await program.stop()).toMatchObject({ code: 0, stderr: '' });
    expect(program.events('worker-exit')).toEqual([]);
  }
});

itEachAcceptOnUnix('loses nobody in reloads at its limit of descriptors (%s)', async (accept) => {
  server = await whenListening(startWithin(86, `--workers 4 --mode echo --accept ${accept}`));
  const { program, endpoint } = server;
  const crowd = Array.from({ length: 150 }, async () => {
    const client = await ScriptedClient.connect(endpoint);
    await client.send('halo');
    await client.receiveText('halo');
    await client.send('lagi');
    expect((await client.receiveText('lagi')).toString()).toBe('halolagi');
    client.close();
  });
  const answers = () => program.events('reloaded').length + program.events('reload-failed').length;
  for (let reload = 1; reload <= 3; reload++) {
    program.kill('SIGHUP');
    // By too few descriptors it may fail, and says so.
    await program.until('an answer to the reload', () => answers() >= reload);
  }
  await Promise.all(crowd);
  expect(await program.stop()).toMatchObject({ code: 0, stderr: '' });
  expect(program.events('worker-exit')).toEqual([]);
});

const onLinux = existsSync('/proc/self/status') ? it : it.skip;

const SENT = 256 * MIB;

onLinux('streams 256 MiB to a client that reads slowly in flat memory (Linux only)', async () => {
  server = await startServer('threaded-server', ['--mode', 'echo']);
  const before = residentBytes(server.program.pid);
  const client = await ScriptedClient.connect(server.endpoint);
  const chunk = Buffer.alloc(MIB, 'abcdefgh');
  let sent = 0;
  let received = 0;
  let most = before;
  const intact = new Promise<boolean>((resolve) => {
    let same = true;
    client.socket.removeAllListeners('data').on('data', (bytes: Buffer) => {
      const expected = chunk.subarray(received % 8, (received % 8) + bytes.length);
      same &&= bytes.equals(expected);
      received += bytes.length;
      most = Math.max(most, residentBytes(server.program.pid));
      client.socket.pause(); // takes one piece a turn, sends as fast as it may
      setImmediate(() => client.socket.resume());
    });
    client.socket.once('end', () => resolve(same));
  });
  for (; sent < SENT; sent += MIB) await client.send(chunk);
  client.halfClose();
  expect(await intact).toBe(true);
  expect(received).toBe(SENT);
  expect(most - before).toBeLessThan(SENT / 2); // 40 to 70 MiB, however much is sent
});

/** `RssAnon:     54321 kB`: without the pages of files, which come and go with what else is run. */
function residentBytes(pid: number): number {
  const [, kib = '0'] =
    /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) * 1024;
}
