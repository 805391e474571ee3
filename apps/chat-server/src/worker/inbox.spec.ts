import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { readUpRecords } from '../line/up-records.ts';
import type { FloodLimit } from './flood-gate.ts';
import { Inbox } from './inbox.ts';
import { Peer } from './peer.ts';
import { UpLine } from './up-line.ts';

/** An inbox whose owner takes everything at once. */
function inboxOf(peer: Peer, limit: FloodLimit) {
  const taken: string[] = [];
  const owner = {
    send(message: Uint8Array) {
      for (const record of readUpRecords(message)) {
        if (record.kind === 'line') taken.push(record.line);
      }
      return true;
    },
    flush: () => undefined,
    room: () => Promise.resolve(),
    workedThrough: () => Promise.resolve(),
  };
  return { inbox: new Inbox(peer, new UpLine(owner), limit), taken };
}

const transport = { queued: 0, write: () => undefined, close: () => undefined };
const lines = (count: number) =>
  Buffer.from(Array.from({ length: count }, (_, at) => `PRIVMSG #kelas :${at}\r\n`).join(''));

describe('Inbox', () => {
  it('does not take a client for silent whose lines wait for their turn', async () => {
    const peer = new Peer(1, transport, performance.now());
    const { inbox } = inboxOf(peer, { lines: 1, seconds: 0.05 });
    const working = inbox.receive(lines(5));
    const { heardAt } = peer;
    await working;
    expect(peer.heardAt - heardAt).toBeGreaterThan(150);
  });

  it('takes nothing more once its client has gone', async () => {
    const peer = new Peer(1, transport, performance.now());
    const { inbox, taken } = inboxOf(peer, { lines: 1, seconds: 0.05 });
    const working = inbox.receive(lines(50));
    while (taken.length < 3) await sleep(5);
    inbox.close();
    await working;
    await sleep(20); // what was taken has left by then
    expect(taken.length).toBeLessThan(50);
  });
});
