import { expect, it } from '@jest/globals';
import type { ExplainedConnection } from '../../analysis/explained-capture.ts';
import { replyFinding, streamFrames } from './stream-part.ts';

it('tells what each frame of a connection is for', () => {
  const lengths = [0, 0, 0, 2592, 0, 2592, 0, 0, 0, 0];
  const segments = lengths.map((length, at) => ({
    ...{ frame: at + 1, length, from: at === 3 ? 'client' : 'server' },
  }));
  const connection = {
    ...{ segments, handshake: { syn: { frame: 1 }, synAck: { frame: 2 }, ack: { frame: 3 } } },
    close: { finFrames: { client: 8, server: 9 } },
  } as unknown as ExplainedConnection;
  expect(streamFrames(connection)).toEqual({
    ...{ all: 10, requests: 1, replies: 1, opening: 3, acknowledging: 2, closing: 3 },
  });
});

it.each([
  ['#1 a\n#2 b\n', /^All 10 bytes came back, identical/],
  ['Anda mengirim: #1 a\n#2Anda mengirim:  b\n', /^The server put .* 2 times.* all 10 bytes/],
  ['Anda mengirim: #1 a\n', /^The reply is not what was sent: 10 bytes were sent, 20 bytes/],
  ['', /^The reply is not what was sent: 10 bytes were sent, 0 bytes/],
])('says what became of the messages in the reply %j', (reply, words) => {
  const { text } = replyFinding(Buffer.from('#1 a\n#2 b\n'), Buffer.from(reply));
  expect(text.en).toMatch(words);
});
