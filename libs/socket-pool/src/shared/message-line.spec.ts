import { describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { countWorkedThrough, lineMemory, MAX_LINE_MESSAGES, MessageLine } from './message-line.ts';

function line() {
  const posted: (readonly unknown[])[] = [];
  const memory = lineMemory();
  const sending = new MessageLine<number>((messages) => void posted.push(messages), memory);
  return { posted, sending, memory: new Int32Array(memory) };
}

describe('MessageLine', () => {
  it('sends what comes in one turn of the event loop in one message, in order', async () => {
    const { posted, sending } = line();
    for (const one of [1, 2, 3]) sending.send(one);
    expect(posted).toEqual([]);
    await nextTurn();
    sending.send(4);
    await nextTurn();
    expect(posted).toEqual([[1, 2, 3], [4]]);
  });

  it('sends at once when it is told to, and nothing twice', async () => {
    const { posted, sending } = line();
    sending.send(1);
    sending.flush();
    sending.flush();
    await nextTurn();
    expect(posted).toEqual([[1]]);
  });

  it('takes no more than so many that have not been worked through', () => {
    const { posted, sending, memory } = line();
    for (let count = 0; count < MAX_LINE_MESSAGES; count++) expect(sending.send(count)).toBe(true);
    sending.flush();
    expect(sending.hasRoom).toBe(false);
    expect(sending.send(-1)).toBe(false);
    sending.flush();
    expect(posted.flat()).not.toContain(-1);
    countWorkedThrough(memory, 2);
    expect([sending.send(-2), sending.send(-3), sending.send(-4)]).toEqual([true, true, false]);
  });

  it('knows what has been worked through', () => {
    const { sending, memory } = line();
    sending.send(1);
    const first = sending.sent;
    sending.send(2);
    expect(sending.isDone(first)).toBe(false);
    countWorkedThrough(memory, 1);
    expect([sending.isDone(first), sending.isDone(sending.sent)]).toEqual([true, false]);
  });
});
