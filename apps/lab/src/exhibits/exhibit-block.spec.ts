import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Exhibit, ExperimentRecord, PictureExhibit } from '../evidence/evidence.ts';
import { exhibitBlock } from './exhibit-block.ts';

const WORDS = { id: 'Tangga', en: 'Ladder' };
const RECORD = { folder: '1-x' } as ExperimentRecord;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>';

const picture = (file: string): PictureExhibit => ({
  ...{ kind: 'picture', id: 'ladder', caption: WORDS, alt: WORDS, svg: { id: file, en: file } },
});

describe('an exhibit', () => {
  const results = mkdtempSync(join(tmpdir(), 'exhibits-'));
  beforeAll(() => {
    mkdirSync(join(results, '1-x'));
    writeFileSync(join(results, '1-x', 'whole.svg'), SVG);
    writeFileSync(join(results, '1-x', 'empty.svg'), '');
    writeFileSync(join(results, '1-x', 'damaged.svg'), SVG.replace('/>', '><text></texs></svg>'));
    writeFileSync(join(results, '1-x', 'out.txt'), 'Diterima: halo\n');
  });
  afterAll(() => rmSync(results, { recursive: true }));

  it('is a figure with its words in the language that was asked for', async () => {
    expect(await exhibitBlock(results, RECORD, picture('whole.svg'), 'id')).toEqual({
      ...{ kind: 'figure', id: '1-x-ladder', svg: SVG, alt: 'Tangga', caption: ['Tangga'] },
    });
  });

  it('is marked where it is a recording of ours', async () => {
    const exhibit = { ...picture('whole.svg'), recordedElsewhere: true } as const;
    expect(await exhibitBlock(results, RECORD, exhibit, 'en')).toMatchObject({
      caption: ['Ladder', ' ', { text: '(recorded elsewhere)', mark: 'bold' }],
    });
  });

  it('is what a terminal shows of a program', async () => {
    const exhibit: Exhibit = {
      kind: 'terminal',
      id: 'out',
      caption: WORDS,
      command: 'node x',
      output: 'out.txt',
    };
    const block = await exhibitBlock(results, RECORD, exhibit, 'en');
    expect(block).toMatchObject({ kind: 'figure', alt: '$ node x\nDiterima: halo' });
  });

  it.each(['gone.svg', 'empty.svg', 'damaged.svg'])(
    'is a gap where its file is %s',
    async (file) => {
      expect(await exhibitBlock(results, RECORD, picture(file), 'en')).toEqual({
        kind: 'gap',
        text: `MISSING: the file 1-x/${file} is gone from the results.`,
      });
    },
  );
});
