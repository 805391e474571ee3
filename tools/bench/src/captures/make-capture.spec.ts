import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaptureReader, FrameDecoder, TcpTracker } from '@praktikum/capture';
import { makeCapture } from './make-capture.ts';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'bench-capture-'))));
afterAll(() => rm(folder, { recursive: true }));

async function readSegments(path: string) {
  const reader = new CaptureReader();
  const decoder = new FrameDecoder();
  const tracker = new TcpTracker();
  reader.push(await readFile(path));
  const labels: number[] = [];
  for (let packet = reader.read(); packet; packet = reader.read()) {
    const segment = tracker.observe(decoder.decode(packet));
    if (segment) labels.push(segment.labels);
  }
  return { ending: reader.end(), labels, conversations: tracker.conversations };
}

describe('makeCapture', () => {
  it('makes a whole capture of about that size, of nothing but TCP', async () => {
    const { path, bytes } = await makeCapture(1, folder);
    expect(bytes / 1e6).toBeGreaterThanOrEqual(1);
    expect(bytes / 1e6).toBeLessThan(1.1);
    const { ending, labels, conversations } = await readSegments(path);
    expect(ending).toMatchObject({ complete: true, packets: labels.length });
    expect(conversations.length).toBeGreaterThanOrEqual(64);
    expect(conversations.every(({ beganWithSyn }) => beganWithSyn)).toBe(true);
    expect(labels.some((label) => label !== 0)).toBe(true);
  });

  it('makes one of thirty packets for 0', async () => {
    const { labels } = await readSegments((await makeCapture(0, folder)).path);
    expect(labels).toHaveLength(30);
  });

  it('makes the same bytes each time', async () => {
    const other = join(folder, 'other');
    const [one, two] = [await makeCapture(0, folder), await makeCapture(0, other)];
    expect(await readFile(two.path)).toEqual(await readFile(one.path));
  });

  it('uses a capture again that is there', async () => {
    const { path } = await makeCapture(0, folder);
    await writeFile(path, 'kept');
    expect(await makeCapture(0, folder)).toEqual({ path, bytes: 4 });
    await rm(path);
  });
});
