import { describe, expect, it } from '@jest/globals';
import type { ReportSegment } from '@praktikum/capture-report';
import { WORDS } from '../../words/words.ts';
import { ladderSvg, MOST_PICTURE_RUNGS } from './ladder-svg.ts';

const segment = {
  frame: 1,
  at: 0,
  fromClient: true,
  flags: 0x10,
  length: 0,
  labels: [],
  said: '',
  text: '',
} as unknown as ReportSegment;

describe('ladderSvg', () => {
  it('draws so many rungs and counts the rest', () => {
    const segments = Array.from({ length: MOST_PICTURE_RUNGS + 5 }, () => segment);
    const picture = {
      protocol: 'TCP' as const,
      stream: 0,
      client: 'a',
      server: 'b',
      segments,
      leftOut: 2,
    };
    const svg = ladderSvg(picture, WORDS.en);
    expect(svg.match(/<g class="rung /g)).toHaveLength(MOST_PICTURE_RUNGS);
    expect(svg).toContain('… 7 further segments');
  });
});
