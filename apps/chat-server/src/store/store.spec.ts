import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { exampleMessage } from './fixtures/example-message.ts';
import { StoreBench } from './fixtures/store-bench.ts';
import type { StoredChannel } from './stored-state.ts';

const onUnix = process.platform === 'win32' ? it.skip : it; // signals and modes

const ACCOUNT = { name: 'Budi', passwordHash: '$argon2id$…', createdAt: 5, isTeacher: true };
const MARKER = { account: 'Budi', target: '#kelas', time: 7 };
const CHANNEL: StoredChannel = {
  name: '#Kelas',
  createdAt: 1,
  topic: { text: 'Selamat datang 🙂', by: 'budi', at: 2 },
  modes: 'nt',
  key: 'rahasia',
  limit: 30,
  lists: [{ mode: 'b', mask: '*!*@spam', by: 'budi', at: 3 }],
  rights: { Budi: 'o', __proto__: 'v' },
};

let bench: StoreBench;
beforeEach(() => {
  bench = new StoreBench();
});
afterEach(() => bench.clear());

describe('Store', () => {
  it('has everything after a restart', async () => {
    const store = await bench.open();
    expect(store.state).toEqual({ accounts: [], channels: [], markers: [], settings: {} });
    const messages = [
      exampleMessage(1, { account: 'Budi', isBot: true, tags: { '+draft/react': '👍' } }),
      exampleMessage(2, { command: 'TAGMSG', params: ['#kelas'] }),
    ];
    messages.forEach((message) => store.record(message));
    await store.saveAccount({ ...ACCOUNT, passwordHash: 'old' });
    await store.saveAccount(ACCOUNT);
    store.saveChannel('#kelas', { ...CHANNEL, modes: 'n' });
    store.saveChannel('#kelas', CHANNEL);
    store.saveChannel('#lain', CHANNEL);
    store.removeChannel('#lain');
    store.saveMarker({ ...MARKER, time: 6 });
    store.saveMarker(MARKER);
    store.saveSetting('network', 'Praktikum');
    await store.close();

    const next = await bench.open();
    expect(next.state).toEqual({
      accounts: [ACCOUNT],
      channels: [CHANNEL],
      markers: [MARKER],
      settings: { network: 'Praktikum' },
    });
    expect(await next.page('#kelas', { kind: 'latest', limit: 10 })).toEqual(messages);
    expect(bench.untold).toEqual([]);
  });

  it('answers a question from what was given before it', async () => {
    const store = await bench.open();
    const message = exampleMessage(1);
    store.record(message);
    const found = store.find('#kelas', 'm1');
    const redacted = store.redact('#kelas', 'm1');
    const gone = store.find('#kelas', 'm1');
    store.record(exampleMessage(2, { conversation: 'budi siti' }));
    const talks = store.talks('siti', 0, Infinity, 10);
    expect(await found).toEqual(message);
    expect(await redacted).toEqual(message);
    expect(await gone).toBeUndefined();
    expect(await talks).toEqual([{ name: 'budi', latest: exampleMessage(2).time }]);
    expect(await store.redact('#kelas', 'm1')).toBeUndefined();
    expect(await store.latest(['budi siti', '#kelas'], 0, Infinity)).toHaveLength(1);
  });

  it('names a message that is not there, and goes on', async () => {
    const store = await bench.open();
    store.record(exampleMessage(1, { conversation: '#lain' }));
    const query = { kind: 'after', point: { msgid: 'm1' }, limit: 5 } as const;
    await expect(store.page('#kelas', query)).rejects.toMatchObject({
      code: 'ERR_MESSAGE_UNKNOWN',
      details: { conversation: '#kelas', msgid: 'm1' },
    });
    expect(await store.page('#lain', { kind: 'latest', limit: 5 })).toHaveLength(1);
  });

  it('drops what no disk would take, counts it, and keeps the rest', async () => {
    const store = await bench.open();
    store.record(exampleMessage(1, { time: NaN }));
    store.record(exampleMessage(2));
    expect(await bench.told()).toEqual(['failed', 'SQLITE_19', expect.any(Number)]);
    expect(await bench.told()).toEqual(['recovered', 1]);
    expect(await store.find('#kelas', 'm2')).toBeDefined();
  });

  it('answers while more is coming than it commits at once', async () => {
    const store = await bench.open();
    let isAnswered = false;
    const answered = store.find('#kelas', 'm0').then(() => (isAnswered = true));
    for (let n = 0; !isAnswered;) {
      for (let i = 0; i < 400; i++) store.record(exampleMessage(n++));
      await setImmediate();
    }
    await answered;
  });

  it('deletes the history that is too old or too much when it starts', async () => {
    const now = Date.now();
    const store = await bench.open();
    for (let n = 0; n < 30; n++) store.record(exampleMessage(n, { time: now + n }));
    store.record(exampleMessage(99, { conversation: '#lama', time: now - 3 * 86_400_000 }));
    await store.close();

    const next = await bench.open({ retention: { days: 2, messages: 10 } });
    const page = (name: string) => next.page(name, { kind: 'latest', limit: 100 });
    while ((await page('#kelas')).length > 10 || (await page('#lama')).length > 0);
    expect((await page('#kelas'))[0]?.msgid).toBe('m20');
  });

  it('closes once, and takes nothing afterwards', async () => {
    const store = await bench.open();
    await Promise.all([store.close(), store.close()]);
    store.record(exampleMessage(1));
    await expect(store.find('#kelas', 'm1')).rejects.toMatchObject({
      code: 'ERR_CHAT_STORE_ENDED',
    });
    expect(bench.untold).toEqual([]);
  });

  it('leaves a folder to one server at a time', async () => {
    const store = await bench.open();
    await expect(bench.open()).rejects.toMatchObject({
      code: 'ERR_CHAT_DATA_IN_USE',
      details: { path: bench.folder },
    });
    store.record(exampleMessage(1)); // the first one is not disturbed
    expect(await store.find('#kelas', 'm1')).toBeDefined();
    await expect(bench.open()).rejects.toMatchObject({ code: 'ERR_CHAT_DATA_IN_USE' });
    await store.close();
    await expect(bench.open()).resolves.toBeDefined();
  });

  it('is not opened when what it has stored is damaged', async () => {
    await (await bench.open()).close();
    const database = new DatabaseSync(join(bench.folder, 'chat.db'));
    database.exec('DROP TABLE markers');
    database.close();
    await expect(bench.open()).rejects.toMatchObject({
      code: 'ERR_CHAT_DATA',
      details: { path: bench.folder, reason: 'SQLITE_1' },
    });
  });

  onUnix('makes files that nobody else may read', async () => {
    const folder = join(bench.folder, 'a', 'b');
    const store = await bench.open({ folder });
    store.record(exampleMessage(1));
    await store.find('#kelas', 'm1');
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect(mode(folder)).toBe('700');
    for (const file of ['chat.db', 'chat.db-wal', 'chat.lock']) {
      expect([file, mode(join(folder, file))]).toEqual([file, '600']);
    }
  });

  onUnix('has all that was acknowledged after kill -9', async () => {
    const program = join(import.meta.dirname, 'fixtures/writing-program.ts');
    const child = spawn(process.execPath, [program, bench.folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let acknowledged = -1;
    for await (const line of createInterface(child.stdout)) {
      acknowledged = Number(line);
      if (acknowledged === 200) child.kill('SIGKILL'); // it goes on until it is dead
    }
    if (child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    expect(acknowledged).toBeGreaterThanOrEqual(200);

    const store = await bench.open();
    expect(store.state.accounts.length).toBeGreaterThan(acknowledged);
    const page = await store.page('#kelas', { kind: 'latest', limit: 1000 });
    const kept = new Set(page.map(({ msgid }) => msgid));
    for (let n = 0; n <= acknowledged; n++) expect(kept).toContain(`m${n}`);
  });
});
