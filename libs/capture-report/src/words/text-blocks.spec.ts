import { expect, it } from '@jest/globals';
import { textBlocks } from './text-blocks.ts';

it('keeps lines together that are laid out, and paragraphs apart', () => {
  expect(textBlocks(['One.', 'Two.', '  frame 1', '  frame 2', 'Three.', '  frame 3'])).toEqual([
    { laidOut: false, lines: ['One.'] },
    { laidOut: false, lines: ['Two.'] },
    { laidOut: true, lines: ['  frame 1', '  frame 2'] },
    { laidOut: false, lines: ['Three.'] },
    { laidOut: true, lines: ['  frame 3'] },
  ]);
});
