import { expect, it } from '@jest/globals';
import { optionParts } from './option-parts.ts';

const options = (text: string) =>
  optionParts(text)
    .filter(({ isOption }) => isOption)
    .map((part) => part.text);

it.each([
  ['lab relay --loss 10% (--delay 50ms) -v', ['--loss', '--delay', '-v']],
  ['--shutdown-timeout', ['--shutdown-timeout']],
  ['well-known a--b -- 1 - 2 -10', []],
  [`a --${'bcdefghij-'.repeat(15)}END`, []], // no line has room for it
])('keeps options whole: %s', (text, whole) => {
  expect(options(text)).toEqual(whole);
  expect(
    optionParts(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
