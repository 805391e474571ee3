import { expect, it } from '@jest/globals';
import { listed, MOST_NAMED } from './listed.ts';

it('names so many numbers and counts the rest', () => {
  const numbers = Array.from({ length: MOST_NAMED + 2 }, (_, at) => at + 1);
  expect(listed(numbers)).toBe('1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, … (+2)');
  expect(listed([4, 8], '#')).toBe('#4, #8');
});
