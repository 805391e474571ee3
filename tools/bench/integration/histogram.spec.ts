import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith } from '@praktikum/testing';

describeWith('cc', 'the histogram of the load generator', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bench-histogram-'));
    const source = join(import.meta.dirname, 'histogram.c');
    execFileSync('cc', ['-O2', '-o', join(folder, 'histogram'), source]);
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** The quantiles of some values, and behind them the largest value. */
  function quantiles(values: readonly number[], parts: readonly number[]): number[] {
    const program = join(folder, 'histogram');
    const output = execFileSync(program, parts.map(String), { input: values.join('\n') });
    return output.toString().trim().split(' ').map(Number);
  }

  it('finds quantiles within the width of a bucket', () => {
    const parts = [0.5, 0.99, 0.999];
    const found = quantiles(
      Array.from({ length: 100_000 }, (_, index) => index + 1),
      parts,
    );
    for (const [index, part] of parts.entries()) {
      expect(Math.abs(found[index]! / (part * 100_000) - 1)).toBeLessThan(0.008);
    }
  });

  it('knows small values exactly, and the largest', () => {
    expect(quantiles([0, 7, 127, 5_000_000_000], [0, 0.25, 0.5])).toEqual([
      ...[0, 7, 127],
      5_000_000_000,
    ]);
  });

  it('shows no more than the largest value', () => {
    expect(quantiles([1_000_001], [0.999])).toEqual([1_000_001, 1_000_001]);
  });

  it('has nothing to say of nothing', () => {
    expect(quantiles([], [0.5])).toEqual([0, 0]);
  });
});
