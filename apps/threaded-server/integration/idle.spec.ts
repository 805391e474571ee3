import { afterEach, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ScriptedClient, startServer, type StartedServer } from '@praktikum/peers';
import { itEachAccept } from '@praktikum/testing';

const CONNECTIONS = 10_000;
const AT_ONCE = 100;

/**
 * What a connection takes, and once more what it leaves behind when it comes: V8 collects that when it sees
 * fit. A thread or a buffer each would take many times as much.
 */
const MOST_KIB_EACH = 8;

/** V8 may collect once the server is idle; looking without a pause keeps it busy. */
const LOOK_EVERY_MS = 250;
const LOOKS = 240;

let server: StartedServer;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.stop('SIGKILL');
});

const onLinux: typeof itEachAccept = existsSync('/proc/self/smaps_rollup')
  ? itEachAccept
  : (name) => it.skip(name, () => undefined);

onLinux(
  `holds ${CONNECTIONS} idle clients in little memory and serves one more (%s, Linux only)`,
  async (accept) => {
    const limits = ['--max-connections', '20000', '--max-per-address', '20000'];
    const patient = ['--idle-timeout', '10m'];
    server = await startServer('threaded-server', [...limits, ...patient, '--accept', accept]);
    await open(500);
    const before = memoryKiB();
    await open(CONNECTIONS - 500);
    const client = await ScriptedClient.connect(server.endpoint);
    await client.send('Halo');
    await client.receiveText('Anda mengirim: Halo');
    client.close();
    const kibEach = () => (memoryKiB() - before) / CONNECTIONS;
    for (let look = 0; look < LOOKS && kibEach() > MOST_KIB_EACH; look++)
      await pause(LOOK_EVERY_MS);
    expect(kibEach()).toBeLessThanOrEqual(MOST_KIB_EACH);
    const last = sockets.at(-1)!;
    last.write('masih di sini');
    await new Promise((resolve) => last.once('data', resolve));
  },
);

async function open(count: number): Promise<void> {
  for (let opened = 0; opened < count; opened += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE }, () => connectOne());
    sockets.push(...(await Promise.all(batch)));
  }
}

function connectOne(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const { host, port } = server.endpoint;
    const socket = connect({ host, port }, () => resolve(socket));
    socket.once('error', reject);
  });
}

/** `Anonymous:    54321 kB`: memory of the server alone. Its part of shared pages changes with others. */
function memoryKiB(): number {
  const rollup = readFileSync(`/proc/${server.program.pid}/smaps_rollup`, 'utf8');
  const [, kib = '0'] = /^Anonymous:\s+(\d+) kB$/m.exec(rollup) ?? [];
  return Number(kib);
}
