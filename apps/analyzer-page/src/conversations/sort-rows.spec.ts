import { expect, it } from '@jest/globals';
import type { ConversationRow } from '@praktikum/capture-report';
import { sortRows } from './sort-rows.ts';

const ROWS = [
  { stream: 0, client: '10.0.0.10:80', frames: 9 },
  { stream: 1, client: '10.0.0.9:80', frames: 100 },
] as ConversationRow[];

it.each([
  ['frames', false, [0, 1]],
  ['frames', true, [1, 0]],
  ['client', false, [1, 0]],
] as const)('sorts by %s, descending: %s', (column, descending, streams) => {
  expect(sortRows(ROWS, { column, descending }).map(({ stream }) => stream)).toEqual(streams);
});
