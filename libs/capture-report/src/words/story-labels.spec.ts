import { expect, it } from '@jest/globals';
import { Label } from '@praktikum/capture';
import { STORY_LABELS } from './story-labels.ts';

it('has both languages for every label that libs/capture does not give', () => {
  const names = Object.keys(STORY_LABELS.id);
  expect(Object.keys(STORY_LABELS.en)).toEqual(names);
  const given = Object.keys(Label).map((name) => name.toLowerCase());
  expect(names.filter((name) => given.includes(name))).toEqual([]);
});
