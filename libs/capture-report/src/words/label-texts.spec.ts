import { expect, it } from '@jest/globals';
import { Label } from '@praktikum/capture';
import { LABEL_TEXTS } from './label-texts.ts';

it('has a text for every label in both languages', () => {
  const labels = Object.keys(Label).map((name) => name.toLowerCase());
  for (const texts of Object.values(LABEL_TEXTS)) {
    expect(Object.keys(texts).toSorted()).toEqual(labels.toSorted());
  }
});
