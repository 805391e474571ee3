import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE_ROOT } from '../workspace-root.ts';

const ROW = /^\| [^|]+\| +([\d,.]+)\/s, .*\(.*$/gm;
const RATIO = /([\d,.]+)\/s \(([\d.]+)×\)/g;
const numberOf = (text = '') => Number(text.replaceAll(',', ''));

it('every ratio of docs/THREADS.md is that of the figures beside it', () => {
  const page = readFileSync(join(WORKSPACE_ROOT, 'docs', 'THREADS.md'), 'utf8');
  const ratios = [...page.matchAll(ROW)].flatMap(([row, oneThread]) =>
    [...row.matchAll(RATIO)].map(([, figure, ratio]) => ({
      row,
      ratio,
      sum: (numberOf(figure) / numberOf(oneThread)).toFixed(2),
    })),
  );
  expect(ratios).toHaveLength(9 * 3);
  for (const { row, ratio, sum } of ratios) expect({ row, ratio }).toEqual({ row, ratio: sum });
});
