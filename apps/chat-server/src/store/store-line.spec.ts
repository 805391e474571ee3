import { beforeEach, describe, expect, it } from '@jest/globals';
import { EventEmitter, once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { exampleMessage } from './fixtures/example-message.ts';
import { StoreLine } from './store-line.ts';
import type { FromStore, ToStore } from './thread-messages.ts';

/** A thread that does what the test says. */
class ScriptedThread extends EventEmitter {
  readonly batches: ToStore[][] = [];

  postMessage(requests: ToStore[]): void {
    this.batches.push(requests);
    this.emit('posted');
  }

  tell(message: FromStore): void {
    this.emit('message', message);
  }
}

const NONE = { count: 0, bytes: 0 };

let told: unknown[];
let thread: ScriptedThread;
let line: StoreLine;

function lineTo(worker: unknown): StoreLine {
  return new StoreLine(worker as Worker, {
    failed: (code, waiting) => told.push(['failed', code, waiting]),
    recovered: (lost) => told.push(['recovered', lost]),
    ended: (error) => told.push(['ended', error]),
  });
}

beforeEach(() => {
  told = [];
  thread = new ScriptedThread();
  line = lineTo(thread);
});

const record = (n: number, text = '') =>
  line.write({ type: 'record', message: exampleMessage(n, { params: ['#kelas', text] }) });
const save = (n: number, value = '') => line.write({ type: 'save-setting', name: `n${n}`, value });
const find = () => line.ask({ type: 'find', conversation: '#kelas', msgid: 'm1' });

/** Bytes of the writes that were sent. */
async function sentBytes(): Promise<number> {
  if (thread.batches.length === 0) await once(thread, 'posted');
  return thread.batches.flat().reduce((sum, sent) => sum + ('bytes' in sent ? sent.bytes : 0), 0);
}

describe('StoreLine', () => {
  it('sends what is given within a moment in one message, in its order', async () => {
    record(1);
    await setImmediate();
    record(2);
    expect(thread.batches).toEqual([]);
    await once(thread, 'posted');
    expect(thread.batches.map((batch) => batch.map(({ type }) => type))).toEqual([
      ['write', 'write'],
    ]);
  });

  it('sends a question at once, behind what was given before', async () => {
    record(1);
    const answer = find();
    save(1);
    await setImmediate();
    expect(thread.batches.map((batch) => batch.map(({ type }) => type))).toEqual([
      ['write', 'ask', 'write'],
    ]);
    thread.tell({ type: 'answers', answers: [{ id: 1, value: undefined }] });
    expect(await answer).toBeUndefined();
  });

  it('drops and counts messages when so many wait', async () => {
    for (let n = 0; n < 50_010; n++) record(n);
    expect(told).toEqual([['failed', 'ERR_CHAT_STORE_BUSY', 50_000]]);
    save(1); // has room of its own
    const bytes = await sentBytes();
    const half = { count: 25_000, bytes: bytes / 2 };
    thread.tell({ type: 'settled', history: { ...half, count: 24_000 }, saves: NONE });
    expect(told).toHaveLength(1);
    thread.tell({ type: 'settled', history: half, saves: NONE });
    expect(told.slice(1)).toEqual([['recovered', 10]]);
  });

  it('drops and counts messages when they take so many bytes', async () => {
    for (let n = 0; n < 3000; n++) record(n, 'x'.repeat(8000));
    expect(told).toEqual([['failed', 'ERR_CHAT_STORE_BUSY', expect.any(Number)]]);
    expect(await sentBytes()).toBeLessThanOrEqual(32 * 1024 * 1024);
    expect(await sentBytes()).toBeGreaterThan(31 * 1024 * 1024);
  });

  it('drops and counts saves when so many wait', () => {
    for (let n = 0; n < 20_005; n++) save(n);
    expect(told).toEqual([['failed', 'ERR_CHAT_STORE_BUSY', 20_000]]);
  });

  it('drops and counts saves when they take so many bytes', async () => {
    for (let n = 0; n < 3000; n++) save(n, 'x'.repeat(8000));
    expect(told).toEqual([['failed', 'ERR_CHAT_STORE_BUSY', expect.any(Number)]]);
    expect(await sentBytes()).toBeLessThanOrEqual(16 * 1024 * 1024);
  });

  it('counts what is lost while the disk is full, and tells it at the end', () => {
    thread.tell({ type: 'failed', reason: 'ENOSPC' });
    for (let n = 0; n < 50_003; n++) record(n);
    thread.tell({ type: 'settled', history: { count: 50_000, bytes: 0 }, saves: NONE });
    expect(told).toEqual([['failed', 'ENOSPC', 0]]);
    thread.tell({ type: 'recovered' });
    expect(told.slice(1)).toEqual([['recovered', 3]]);
  });

  it('refuses a question when so many are open', async () => {
    const open = Array.from({ length: 1000 }, () => find());
    await expect(find()).rejects.toMatchObject({
      code: 'ERR_CHAT_STORE_BUSY',
      details: { limit: 1000 },
    });
    thread.tell({ type: 'answers', answers: [{ id: 1, value: undefined }] });
    await open[0];
    const next = find();
    thread.tell({ type: 'answers', answers: [{ id: 1001, value: undefined }] });
    await next;
    thread.emit('exit', 1);
    await Promise.allSettled(open);
  });

  it('tells of a thread that dies, and stops what waits for it', async () => {
    const dying = new Worker(
      new URL(
        `data:text/javascript,${encodeURIComponent(`
          import { parentPort } from 'node:worker_threads';
          parentPort.postMessage({ type: 'opened', state: {} });
          parentPort.once('message', () => { throw new Error('no memory'); });`)}`,
      ),
    );
    line = lineTo(dying);
    await line.opened;
    const answer = find();
    await expect(answer).rejects.toMatchObject({
      code: 'ERR_CHAT_STORE_ENDED',
      cause: { message: 'no memory' },
    });
    expect(told).toEqual([['ended', expect.objectContaining({ message: 'no memory' })]]);
    record(1);
    await expect(find()).rejects.toMatchObject({ code: 'ERR_CHAT_STORE_ENDED' });
    await line.close();
    expect(told).toHaveLength(1);
  });

  it('does not call an end without an error closed', async () => {
    const closed = line.close();
    thread.emit('exit', 1);
    await expect(closed).rejects.toMatchObject({ code: 'ERR_CHAT_STORE_ENDED' });
    expect(told).toEqual([]);
  });

  it('says why the thread did not open the store', async () => {
    const details = { path: '/x', reason: 'EIO' };
    const error = { code: 'ERR_CHAT_DATA', message: 'no', details } as const;
    thread.tell({ type: 'not-opened', error });
    thread.emit('exit', 0);
    await expect(line.opened).rejects.toMatchObject(error);
    expect(told).toEqual([]);
  });

  it('ends with a worker file that is not there', async () => {
    const worker = new Worker(new URL('./tidak-ada.ts', import.meta.url));
    line = lineTo(worker);
    const exit = once(worker, 'exit').catch(() => undefined);
    await expect(line.opened).rejects.toMatchObject({
      code: expect.stringMatching(/MODULE_NOT_FOUND$/),
    });
    await exit;
  });
});
