import { expect, it } from '@jest/globals';
import { NumberedEntries } from './numbered-entries.ts';

it('gives each entry once, by its number', () => {
  const entries = new NumberedEntries<string>();
  entries.add(7, 'seven');
  entries.add(1_000_000, 'a million');
  expect(entries.take(7)).toBe('seven');
  expect(entries.take(7)).toBeUndefined();
  expect(entries.size).toBe(1);
});

it('lists what is left from the smallest number, and gives it all', () => {
  const entries = new NumberedEntries<string>();
  for (const key of [12, 3, 400]) entries.add(key, `no. ${key}`);
  entries.take(3);
  expect(entries.all()).toEqual([
    [12, 'no. 12'],
    [400, 'no. 400'],
  ]);
  expect(entries.takeAll()).toEqual(['no. 12', 'no. 400']);
  expect(entries).toMatchObject({ size: 0 });
});
