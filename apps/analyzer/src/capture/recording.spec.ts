import { afterAll, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Recording } from './recording.ts';

const folder = mkdtempSync(join(tmpdir(), 'recording-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Records with a tool that complains, then says so many characters more, and fails. */
async function complaint(more: number): Promise<unknown> {
  const path = join(folder, 'dumpcap');
  const script = `echo 'You do not have permission' >&2; head -c ${more} /dev/zero | tr '\\0' x >&2`;
  writeFileSync(path, `#!/bin/sh\n${script}\nexit 1\n`, { mode: 0o755 });
  const options = {
    tool: { name: 'dumpcap', path },
    device: 'lo',
    port: undefined,
    file: join(folder, 'capture.pcapng'),
    replace: false,
    received: () => undefined,
  } as const;
  return Recording.start(options).then(
    () => undefined,
    (error: { code: string }) => error.code,
  );
}

it('keeps the end of what the tool says', async () => {
  expect(await complaint(1000)).toBe('ERR_CAPTURE_PERMISSION');
  expect(await complaint(20_000)).toBe('ERR_CAPTURE_FAILED');
});
