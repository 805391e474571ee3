import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { exampleMessage } from './fixtures/example-message.ts';
import { StoreBench } from './fixtures/store-bench.ts';

const ACCOUNT = { name: 'Budi', passwordHash: 'hash', createdAt: 5, isTeacher: false };

describe('Store that cannot be written', () => {
  let bench: StoreBench;
  beforeEach(() => {
    bench = new StoreBench();
  });
  afterEach(() => bench.clear());

  it('goes on when another program holds the file', async () => {
    const store = await bench.open();
    await store.find('#kelas', 'm1'); // what it does at the start is done
    const other = new DatabaseSync(join(bench.folder, 'chat.db'));
    other.exec('BEGIN IMMEDIATE');
    store.record(exampleMessage(1));
    expect(await bench.told()).toEqual(['failed', 'SQLITE_BUSY', 1]);
    expect(await store.find('#kelas', 'm1')).toBeUndefined();
    other.exec('COMMIT');
    other.close();
    expect(await bench.told()).toEqual(['recovered', 0]);
    expect(await store.find('#kelas', 'm1')).toEqual(exampleMessage(1));
  });
});

const disk = mountSmallDisk();
const onSmallDisk = disk ? it : it.skip; // to mount one takes root and Linux

describe('Store on a full disk', () => {
  let bench: StoreBench;
  beforeEach(() => {
    bench = new StoreBench(mkdtempSync(join(disk ?? tmpdir(), 'store-')));
  });
  afterEach(() => bench.clear());
  afterAll(() => {
    if (disk === undefined) return;
    execFileSync('umount', [disk]);
    rmdirSync(disk);
  });

  onSmallDisk('tells so once, answers, keeps what comes and writes it later', async () => {
    const store = await bench.open();
    await store.saveAccount(ACCOUNT);
    store.record(exampleMessage(0));
    await store.find('#kelas', 'm0');
    const filler = fill(bench.folder);
    for (let n = 1; n <= 500; n++) store.record(exampleMessage(n));
    expect(await bench.told()).toEqual(['failed', 'ENOSPC', 500]);
    store.saveChannel('#kelas', channel('n'));
    store.saveChannel('#kelas', channel('nt'));
    expect(await store.find('#kelas', 'm0')).toEqual(exampleMessage(0));
    const refused = { code: 'ERR_CHAT_STORE_BUSY', details: { reason: 'ENOSPC' } };
    await expect(store.saveAccount({ ...ACCOUNT, name: 'Siti' })).rejects.toMatchObject(refused);
    await expect(store.redact('#kelas', 'm0')).rejects.toMatchObject(refused);

    rmSync(filler);
    expect(await bench.told()).toEqual(['recovered', 0]);
    const page = await store.page('#kelas', { kind: 'latest', limit: 1000 });
    expect(page.map(({ msgid }) => msgid)).toEqual(Array.from({ length: 501 }, (_, n) => `m${n}`));
    await store.saveAccount({ ...ACCOUNT, name: 'Siti' });
    await store.close();
    const { accounts, channels } = (await bench.open()).state;
    expect(accounts.map(({ name }) => name)).toEqual(['Budi', 'Siti']);
    expect(channels).toEqual([channel('nt')]);
    expect(bench.untold).toEqual([]);
  });

  onSmallDisk('says at the end what it could not write, and leaves the rest whole', async () => {
    const store = await bench.open();
    store.record(exampleMessage(0));
    await store.find('#kelas', 'm0');
    const filler = fill(bench.folder);
    for (let n = 1; n <= 500; n++) store.record(exampleMessage(n));
    await bench.told();
    await expect(store.close()).rejects.toMatchObject({
      code: 'ERR_CHAT_DATA',
      details: { path: join(bench.folder, 'chat.db'), reason: 'ENOSPC' },
    });
    rmSync(filler);
    const next = await bench.open();
    expect(await next.page('#kelas', { kind: 'latest', limit: 5 })).toEqual([exampleMessage(0)]);
  });

  onSmallDisk('is not opened without room', async () => {
    fill(bench.folder);
    await expect(bench.open()).rejects.toMatchObject({
      code: 'ERR_CHAT_DATA',
      details: { reason: 'ENOSPC' },
    });
  });
});

/** A disk of 1 MB, or undefined where none can be mounted. */
function mountSmallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmdirSync(folder);
    return undefined;
  }
}

/** Takes all the room that is left. */
function fill(folder: string): string {
  const filler = join(folder, 'filler');
  try {
    for (;;) appendFileSync(filler, Buffer.alloc(4096));
  } catch {
    return filler;
  }
}

function channel(modes: string) {
  return { name: '#Kelas', createdAt: 1, modes, lists: [], rights: {} };
}
