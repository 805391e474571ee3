import type { Comparison } from '../filter-tree.ts';

/** The comparison of each word or sign, and whether it has to hold for all values of the field. */
export const COMPARISON_WORDS: ReadonlyMap<string, readonly [Comparison, boolean]> = new Map([
  ['==', ['eq', false]],
  ['eq', ['eq', false]],
  ['any_eq', ['eq', false]],
  ['===', ['eq', true]],
  ['all_eq', ['eq', true]],
  ['!=', ['ne', true]],
  ['ne', ['ne', true]],
  ['all_ne', ['ne', true]],
  ['!==', ['ne', false]],
  ['~=', ['ne', false]],
  ['any_ne', ['ne', false]],
  ['<', ['lt', false]],
  ['lt', ['lt', false]],
  ['<=', ['le', false]],
  ['le', ['le', false]],
  ['>', ['gt', false]],
  ['gt', ['gt', false]],
  ['>=', ['ge', false]],
  ['ge', ['ge', false]],
]);
