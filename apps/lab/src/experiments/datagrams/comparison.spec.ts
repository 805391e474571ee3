import { expect, it } from '@jest/globals';
import { comparisonTable } from './comparison.ts';

const run = { sent: 100, back: 100, outOfOrder: 0, duplicates: 0, frames: undefined };

it('says of what was not captured that it was not observed', () => {
  const { header, rows } = comparisonTable({ tcp: run, udp: undefined, relay: run });
  expect(header.map(({ en }) => en)).toEqual(['Measured', 'TCP', 'UDP through the relay']);
  expect(rows[0]?.slice(1)).toEqual(['100', '100']);
  expect(rows[4]?.[1]).toEqual({ id: 'tidak diamati', en: 'not observed' });
});
