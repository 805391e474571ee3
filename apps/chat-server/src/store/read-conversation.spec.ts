import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleMessage } from './fixtures/example-message.ts';
import { StoreBench } from './fixtures/store-bench.ts';
import { readConversation } from './read-conversation.ts';

let bench: StoreBench;
beforeEach(() => {
  bench = new StoreBench();
});
afterEach(() => bench.clear());

const ids = (conversation: string) =>
  [...readConversation(bench.folder, conversation)].map(({ msgid }) => msgid);

describe('readConversation', () => {
  it('reads while a server writes, so many at once', async () => {
    const store = await bench.open();
    // The same time for all: the next part begins after the last row, not after its time.
    for (let n = 0; n < 1200; n++) store.record(exampleMessage(n, { time: 5 }));
    store.record(exampleMessage(5000, { conversation: '#lain' }));
    await store.find('#kelas', 'm0');
    const read: string[] = [];
    for (const { msgid } of readConversation(bench.folder, '#kelas')) {
      if (read.push(msgid) !== 10) continue;
      store.record(exampleMessage(1200)); // no reader is in its way
      await store.find('#kelas', 'm1200');
    }
    expect(read).toEqual(Array.from({ length: 1201 }, (_, n) => `m${n}`));
    expect(bench.untold).toEqual([]);
  });

  it('reads what a server has left', async () => {
    const store = await bench.open();
    const message = exampleMessage(1, { account: 'Budi', tags: { '+typing': 'active' } });
    store.record(message);
    await store.close();
    expect([...readConversation(bench.folder, '#kelas')]).toEqual([message]);
    expect(ids('#kosong')).toEqual([]);
    expect((await bench.open()).state.accounts).toEqual([]);
  });

  it.each([
    ['is not there', undefined, 'ENOENT'],
    ['is a text', 'catatan saya\n'.repeat(100), 'SQLITE_NOTADB'],
    ['is empty', '', 'SCHEMA_OLDER'],
  ])('names a database that %s', (_name, content, reason) => {
    const path = join(bench.folder, 'chat.db');
    if (content !== undefined) writeFileSync(path, content);
    expect(() => ids('#kelas')).toThrow(
      expect.objectContaining({ code: 'ERR_CHAT_DATA', details: { path, reason } }),
    );
  });
});
