import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startProgram, type RunningProgram } from '@praktikum/peers';
import { withServer } from './with-server.ts';

const MEBIBYTE = 1024 * 1024;
const SIZE = 100 * MEBIBYTE;

/** Node itself and some chunks: 70 to 90 MiB were measured, 170 and more when the file is read ahead. */
const MOST_RESIDENT = 130 * MEBIBYTE;

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('--file', () => {
  let folder = '';
  let path = '';
  let sent = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'client-'));
    path = join(folder, 'besar.bin');
    sent = await writePattern(path);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('streams 100 MiB there and back with flat memory', async () => {
    await withServer(
      (socket) => socket.pipe(socket),
      async ({ host, port }) => {
        // Its output is hashed as it comes: collected, it would be this test's memory.
        const received = createHash('sha256');
        const client = startProgram('client', [host, `${port}`, '--file', path, '--raw'], {
          stdoutTo: (chunk) => received.update(chunk),
          timeoutMs: 170_000,
        });
        const { code, mostResident } = await watchMemory(client);
        expect(code).toBe(0);
        expect(received.digest('hex')).toBe(sent);
        expect(mostResident).toBeLessThan(MOST_RESIDENT);
      },
    );
  });

  it('does not read on while the server does not', async () => {
    await withServer(
      (socket) => socket.pause(),
      async ({ host, port }) => {
        const args = [host, `${port}`, '--file', path, '--timeout', '1s'];
        const { code, mostResident } = await watchMemory(startProgram('client', args));
        expect(code).toBe(9);
        expect(mostResident).toBeLessThan(MOST_RESIDENT);
      },
    );
  });
});

async function watchMemory(client: RunningProgram) {
  let mostResident = 0;
  const sampling = setInterval(async () => {
    mostResident = Math.max(mostResident, await residentBytes(client.pid));
  }, 20);
  const { code } = await client.toEnd().finally(() => clearInterval(sampling));
  expect(mostResident).toBeGreaterThan(0);
  return { code, mostResident };
}

/** @returns the SHA-256 of the file */
async function writePattern(path: string): Promise<string> {
  const file = createWriteStream(path);
  const hash = createHash('sha256');
  for (let written = 0; written < SIZE; written += MEBIBYTE) {
    const block = Buffer.alloc(MEBIBYTE, `blok ${written} `);
    hash.update(block);
    if (!file.write(block)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  return hash.digest('hex');
}

/** `VmRSS:   52340 kB` of proc(5); 0 when the process has ended. */
async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [, kibibytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(status) ?? [];
  return Number(kibibytes) * 1024;
}
