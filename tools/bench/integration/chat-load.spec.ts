import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith } from '@praktikum/testing';
import { LoadGenerator } from '../src/load/load-generator.ts';
import type { LoadOptions, LoadResult } from '../src/load/load-run.ts';
import { welcomes } from '../src/peers/welcomes.ts';
import { SmallIrcServer, type Delivery } from './small-irc-server.ts';

let server: SmallIrcServer;
afterEach(() => server.close());

describeWith('cc', 'the load generator in a chat', () => {
  let folder: string;
  let load: LoadGenerator;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bench-chat-load-'));
    load = await LoadGenerator.build(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function converse(options: Partial<LoadOptions> = {}): Promise<LoadResult> {
    const common = { mode: 'chat', connections: 5, operations: 20, window: 3, warmup: 4 } as const;
    const run = await load.start({ port: server.port, ...common, seconds: 30, ...options });
    const result = await run.go();
    await run.end();
    return result;
  }

  it.each([
    ['whole', {}],
    ['byte by byte', { dribbles: true }],
  ])('counts messages that all the others get, %s', async (_how, options) => {
    server = await SmallIrcServer.start(options);
    for (const quickack of [false, true]) {
      const { latencyMicros, ...result } = await converse({ quickack });
      expect(result).toMatchObject({ operations: 20, counted: 20, errors: 0, error: '' });
      expect(latencyMicros.p99).toBeGreaterThanOrEqual(latencyMicros.p50);
      expect(latencyMicros.p50).toBeGreaterThan(0);
    }
  });

  it.each<[string, Delivery, string]>([
    ['twice', (line, { own }) => (own ? '' : line + line), 'came again: PRIVMSG #'],
    ['its sender, too', (line) => line, 'came again: PRIVMSG #'],
    ['cut', (line) => line.replace('words', 'word'), 'unknown message: PRIVMSG #'],
    [
      'not all',
      (line, { own, first }) => (own || first ? '' : line),
      'not all have got message 1 in time',
    ],
  ])('tells a message that reaches %s', async (_whom, delivery, error) => {
    server = await SmallIrcServer.start({ delivery });
    const result = await converse({ seconds: 5 }); // the messages before it have to arrive on a busy machine, too
    expect(result.errors).toBeGreaterThan(0);
    expect(result.error).toContain(error);
  });

  it('tells what a server says that lets nobody in', async () => {
    server = await SmallIrcServer.start({ refusal: ':small.example 465 * :"no" \\ way\r\n' });
    const result = await converse();
    expect(result).toMatchObject({ operations: 0, error: 'refused: 465 * :?no? ? way' });
  });

  it('spreads those who lurk over channels', async () => {
    server = await SmallIrcServer.start();
    const options = { mode: 'lurk', connections: 10, channels: 3, port: server.port } as const;
    const run = await load.start(options);
    expect(run.connections).toBe(10);
    expect(server.sizes.sort()).toEqual([3, 3, 4]);
    await run.end();
  });
});

it.each([
  ['welcomes', {}, true],
  ['refuses', { refusal: 'ERROR :no\r\n' }, false],
])('knows a server that %s a user', async (_what, options, expected) => {
  server = await SmallIrcServer.start(options);
  expect(await welcomes(server.port)).toBe(expected);
});
