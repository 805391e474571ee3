import { describe } from '@jest/globals';
import { REPLY_PREFIX } from '@praktikum/protocol';
import { startServer } from '@praktikum/peers';
import { describeAbuse, describeReuseport } from '@praktikum/testing';

const prefix = Buffer.from(REPLY_PREFIX);

describe('reply', () => {
  describeAbuse({ serves: 'all', payloadOf, start: () => startServer('threaded-server') });
});

describe('echo', () => {
  describeAbuse({
    serves: 'all',
    start: () => startServer('threaded-server', ['--mode', 'echo', '--workers', '3']),
  });
});

describeReuseport('echo, each worker accepting by itself', () => {
  describeAbuse({
    serves: 'all',
    start: () =>
      startServer('threaded-server', ['--mode', 'echo', '--workers', '3', '--accept', 'reuseport']),
  });
});

/** None of the suite's payloads contains the prefix itself. */
function payloadOf(received: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let start = 0;
  for (let at = received.indexOf(prefix); at !== -1; at = received.indexOf(prefix, start)) {
    pieces.push(received.subarray(start, at));
    start = at + prefix.length;
  }
  return Buffer.concat([...pieces, received.subarray(start)]);
}
