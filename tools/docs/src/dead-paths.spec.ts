import { expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deadPaths } from './dead-paths.ts';

it('finds the paths that lead nowhere, and no others', () => {
  const root = mkdtempSync(join(tmpdir(), 'paths-'));
  try {
    mkdirSync(join(root, 'libs/pool'), { recursive: true });
    const page = 'See `libs/pool`, `libs/gone/src/index.ts`, `apps/<name>/dist` and `nx graph`.';
    writeFileSync(join(root, 'PAGE.md'), page);
    expect(deadPaths('PAGE.md', root)).toEqual(['libs/gone/src/index.ts']);
  } finally {
    rmSync(root, { recursive: true });
  }
});
