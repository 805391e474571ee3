import { expect, it } from '@jest/globals';
import { citation, MOST_CITED_FRAMES } from './observed-part.ts';

it('cites so many frames of a capture', () => {
  const frames = Array.from({ length: 2 * MOST_CITED_FRAMES }, (_, at) => at + 1);
  expect(citation('udp.pcapng', frames)).toEqual({
    file: 'udp.pcapng',
    frames: frames.slice(0, MOST_CITED_FRAMES),
  });
});
