import { expect, it } from '@jest/globals';
import { scrollToRung } from './scroll-to-rung.ts';

const VIEW = { scrollTop: 100, clientHeight: 300 };

it.each([
  ['stays where the rung is in view', [150, 200], 'near', 100],
  ['stays, too, where it would lead to the middle', [150, 200], 'middle', 100],
  ['goes up to the top of a rung above', [50, 90], 'near', 50],
  ['goes down to the end of a rung below', [390, 430], 'near', 130],
  ['shows what is before a rung far away', [2_000, 2_040], 'middle', 1_900],
] as const)('%s', (_, rung, where, expected) => {
  expect(scrollToRung(rung, VIEW, where)).toBe(expected);
});
