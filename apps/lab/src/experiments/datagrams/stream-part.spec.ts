import { expect, it } from '@jest/globals';
import type { ExplainedConnection } from '../../analysis/explained-capture.ts';
import { streamFrames } from './stream-part.ts';

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
