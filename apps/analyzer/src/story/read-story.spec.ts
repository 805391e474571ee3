import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCapture, ECHO, type ScriptedSegment } from '../../integration/build-capture.ts';
import type { ConversationStory } from './conversation-story.ts';
import { readDatagramStories } from './read-datagrams.ts';
import { MOST_STORY_SEGMENTS, readStories, readStory } from './read-story.ts';
import { KEPT_PAYLOAD_BYTES } from './story-segment.ts';
import { KEPT_TURN_BYTES } from './turn.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'story-'))));
afterAll(() => rm(folder, { recursive: true }));

/** The story of a client that says this text so many times, after the handshake. */
async function storyOf(text: string, times: number): Promise<ConversationStory> {
  const said = Array.from({ length: times }, (_, at): ScriptedSegment => ({
    ...{ from: 'client', flags: 'PA', ack: 1 },
    seq: 1 + at * text.length,
    text,
  }));
  const file = join(folder, 'capture.pcapng');
  await writeFile(file, buildCapture([...ECHO.slice(0, 3), ...said]));
  return (await readStory(file, 0))!;
}

describe('readStory', () => {
  it('keeps the beginning of what was said', async () => {
    const { segments, turns } = await storyOf('abcdefgh'.repeat(100), 3);
    expect(segments.slice(3).map(({ payload }) => payload.length)).toEqual(
      new Array(3).fill(KEPT_PAYLOAD_BYTES),
    );
    expect(turns).toMatchObject([{ bytes: 2400, frames: [4, 5, 6] }]);
    expect(turns[0]?.text).toHaveLength(KEPT_TURN_BYTES);
  });

  it('keeps so many segments of one connection and counts the rest', async () => {
    const { segments, leftOut } = await storyOf('x', MOST_STORY_SEGMENTS);
    expect(segments).toHaveLength(MOST_STORY_SEGMENTS);
    expect(leftOut).toBe(3);
  });
});

it('reads no file where no conversation is asked for', async () => {
  const noFile = join(folder, 'none.pcapng');
  expect(await readStories(noFile, new Map())).toEqual([]);
  expect(await readDatagramStories(noFile, new Map())).toEqual([]);
});
