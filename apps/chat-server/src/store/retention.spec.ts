import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DatabaseSync } from 'node:sqlite';
import { exampleMessage } from './fixtures/example-message.ts';
import { memoryDatabase } from './fixtures/memory-database.ts';
import { History } from './history.ts';
import { Retention } from './retention.ts';

const DAY = 86_400_000;
const NOW = 1000 * DAY;

let database: DatabaseSync;
let history: History;
beforeEach(() => {
  database = memoryDatabase();
  history = new History(database);
});

function record(count: number, conversation: string, time: number): void {
  for (let n = 0; n < count; n++) {
    const msgid = `${conversation}-${n}`;
    history.record(exampleMessage(n, { conversation, msgid, time: time + n }));
  }
}

function kept(conversation: string): string[] {
  const page = history.page(conversation, { kind: 'latest', limit: 1000 });
  return page.map(({ msgid }) => msgid);
}

function conversations(): number {
  return Number(database.prepare('SELECT count(*) AS count FROM conversations').get()?.count);
}

describe('Retention', () => {
  it('takes what is older than so many days, and conversations that are empty', () => {
    record(3, '#lama', NOW - 2 * DAY - 2);
    record(3, '#kelas', NOW - DAY);
    const retention = new Retention(database, { days: 2, messages: 10 });
    while (retention.step(NOW));
    expect(kept('#lama')).toEqual(['#lama-2']);
    expect(kept('#kelas')).toHaveLength(3);
    while (retention.step(NOW + 1));
    expect(conversations()).toBe(1);
  });

  it('takes the oldest of conversations that are too long, and of no others', () => {
    record(12, '#kelas', NOW);
    record(4, '#lain', NOW);
    const retention = new Retention(database, { days: 2, messages: 5 });
    while (retention.step(NOW));
    expect(kept('#kelas')).toEqual([7, 8, 9, 10, 11].map((n) => `#kelas-${n}`));
    expect(kept('#lain')).toHaveLength(4);
  });

  it('counts what was redacted as gone', () => {
    record(6, '#kelas', NOW);
    history.redact('#kelas', '#kelas-5');
    expect(new Retention(database, { days: 2, messages: 5 }).step(NOW)).toBe(false);
  });

  it('takes the oldest away in steps of so many', () => {
    record(1100, '#kelas', NOW);
    const total = () => Number(database.prepare('SELECT count(*) AS n FROM messages').get()?.n);
    const retention = new Retention(database, { days: 2, messages: 50 });
    const totals: number[] = [];
    while (retention.step(NOW)) totals.push(total());
    expect(totals).toEqual([600, 100, 50]);
  });

  it('keeps so many messages of all conversations together', () => {
    record(5, '#satu', NOW);
    record(5, '#dua', NOW);
    const retention = new Retention(database, { days: 2, messages: 50 }, 7);
    while (retention.step(NOW));
    expect(kept('#satu')).toEqual(['#satu-3', '#satu-4']);
    expect(kept('#dua')).toHaveLength(5);
  });
});
