import { afterAll, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Recording, type RecordingOptions } from './recording.ts';

const folder = mkdtempSync(join(tmpdir(), 'recording-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Records with a script in the place of a tool. */
function recordingWith(name: 'dumpcap' | 'tcpdump', script: string): RecordingOptions {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return {
    tool: { name, path },
    device: 'lo',
    port: undefined,
    file: join(folder, `${name}.pcapng`),
    replace: false,
    received: () => undefined,
  };
}

/** Records with a tool that complains, then says so many characters more, and fails. */
async function complaint(more: number): Promise<unknown> {
  const script = `echo 'You do not have permission' >&2; head -c ${more} /dev/zero | tr '\\0' x >&2; exit 1`;
  return Recording.start(recordingWith('dumpcap', script)).then(
    () => undefined,
    (error: { code: string }) => error.code,
  );
}

it('keeps the end of what the tool says', async () => {
  expect(await complaint(1000)).toBe('ERR_CAPTURE_PERMISSION');
  expect(await complaint(20_000)).toBe('ERR_CAPTURE_FAILED');
});

it('asks tcpdump how many packets were lost so far, while it captures', async () => {
  const script = `
    lost=0
    answer() { lost=$((lost + 11)); echo "tcpdump: 9 packets captured, $lost packets dropped by kernel" >&2; }
    trap answer USR1
    trap 'exit 0' INT
    printf '\\324\\303\\262\\241'
    while :; do sleep 0.05; done`;
  const counts: number[] = [];
  let recording: Recording | undefined;
  await new Promise<void>((resolve, reject) => {
    const dropped = (count: number) => {
      counts.push(count);
      if (counts.length === 2) resolve();
    };
    Recording.start({ ...recordingWith('tcpdump', script), dropped }).then(
      (started) => (recording = started),
      reject,
    );
  });
  const result = await recording!.stop();
  // One it was asked for while nobody read is passed over: [11, 22], or [11, 33] on a busy machine.
  expect(counts[0]! % 11).toBe(0);
  expect(counts[1]).toBeGreaterThan(counts[0]!);
  expect(result).toEqual({ packets: 0, dropped: counts.at(-1) });
});
