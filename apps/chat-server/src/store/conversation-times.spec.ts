import { beforeEach, describe, expect, it } from '@jest/globals';
import { ConversationTimes } from './conversation-times.ts';
import { exampleMessage } from './fixtures/example-message.ts';
import { memoryDatabase } from './fixtures/memory-database.ts';
import { History } from './history.ts';

let history: History;
let times: ConversationTimes;
let count: number;

function record(conversation: string, time: number): void {
  history.record(exampleMessage(count++, { conversation, time }));
}

beforeEach(() => {
  const database = memoryDatabase();
  history = new History(database);
  times = new ConversationTimes(database);
  count = 0;
  record('budi siti', 10);
  record('andi budi', 20);
  record('budi budi', 30);
  record('andi siti', 40);
  record('budi dewi', 50);
  record('#kelas', 60);
  record('#lain', 70);
});

const all = { from: 0, to: 100 };
const names = (targets: readonly { name: string }[]) => targets.map(({ name }) => name);

describe('ConversationTimes', () => {
  it('gives the private talks of a name by the other side, and no channels', () => {
    expect(times.talks('budi', all, 10)).toEqual([
      { name: 'siti', latest: 10 },
      { name: 'andi', latest: 20 },
      { name: 'budi', latest: 30 },
      { name: 'dewi', latest: 50 },
    ]);
    expect(names(times.talks('siti', all, 10))).toEqual(['budi', 'andi']);
    expect(times.talks('bud', all, 10)).toEqual([]);
  });

  it('goes by the latest message of a talk, between two times', () => {
    record('budi siti', 45);
    expect(names(times.talks('budi', { from: 20, to: 50 }, 10))).toEqual(['budi', 'siti']);
    expect(names(times.talks('budi', { from: 50, to: 20 }, 10))).toEqual(['budi', 'siti']);
    history.redact('budi siti', `m${count - 1}`);
    expect(names(times.talks('budi', { from: 5, to: 20 }, 10))).toEqual(['siti']);
  });

  it('gives those nearest to the first time when there are more than the limit', () => {
    expect(names(times.talks('budi', { from: 0, to: 100 }, 2))).toEqual(['siti', 'andi']);
    expect(names(times.talks('budi', { from: 100, to: 0 }, 2))).toEqual(['budi', 'dewi']);
    expect(times.talks('budi', all, -1)).toEqual([]);
  });

  it('gives no more than so many talks', () => {
    for (let n = 0; n < 1500; n++) record(`budi x${n}`, 80);
    expect(times.talks('budi', all, Infinity)).toHaveLength(1000);
  });

  it('gives the latest time of the conversations it is asked for', () => {
    const keys = ['#lain', '#kosong', '#kelas', 'budi siti'];
    expect(times.latest(keys, { from: 70, to: 10 })).toEqual([{ name: '#kelas', latest: 60 }]);
    expect(names(times.latest(keys, all))).toEqual(['budi siti', '#kelas', '#lain']);
  });
});
