import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { buildCapture, type ScriptedSegment } from './build-capture.ts';

/** A folder for the capture files of one test file; it is removed at the end. */
export function captureFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'analyzer-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let count = 0;
  return {
    path: (name: string) => join(folder, name),
    /** Writes a capture and gives its path. */
    write: (segments: readonly ScriptedSegment[]): string => {
      const file = join(folder, `${(count += 1)}.pcapng`);
      writeFileSync(file, buildCapture(segments));
      return file;
    },
  };
}
