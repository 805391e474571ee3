import { expect, it } from '@jest/globals';
import type { ExplainedCapture, ExplainedSegment } from '../../analysis/explained-capture.ts';
import { lossFiles, type LossFacts } from '../../namespace/loss-facts.ts';
import {
  lossExhibits,
  MOST_RETRANSMISSIONS,
  repairFindings,
  transferFindings,
} from './loss-exhibits.ts';

function lossOf(again: number, elsewhere: boolean) {
  const segments = Array.from({ length: again }, (_, at) => ({
    ...{ frame: at + 2, at: 0.5, from: 'client', sequence: 1, length: 1448, originalFrame: 1 },
    ...{ labels: ['retransmission'], wiresharkLabels: ['out_of_order'] },
  })) as unknown as ExplainedSegment[];
  return {
    facts: { system: 'Debian', dropped: again, sent: 9, returned: 9, identical: true } as LossFacts,
    capture: { tcp: [], explained: { protocol: 'TCP', segments } } as unknown as ExplainedCapture,
    ladder: { id: 'l.svg', en: 'l.svg' },
    files: lossFiles('tcp-loss'),
    elsewhere,
  };
}

const table = (again: number) =>
  lossExhibits(lossOf(again, false)).find(({ id }) => id === 'loss-retransmissions');

it('lists the first retransmissions and counts the rest', () => {
  const exhibit = table(MOST_RETRANSMISSIONS + 3);
  expect(exhibit).toMatchObject({ rows: { length: MOST_RETRANSMISSIONS } });
  expect(exhibit?.caption.en).toContain('3 further ones are not shown');
});

it('says what Wireshark calls a segment, and where it was first', () => {
  expect(table(1)).toMatchObject({
    rows: [
      [
        '2',
        { id: '0,500000', en: '0.500000' },
        'client',
        '1',
        '1448',
        '1',
        'tcp.analysis.out_of_order',
      ],
    ],
  });
});

it.each([true, false])(
  'marks all of what was recorded elsewhere, and nothing else: %s',
  (elsewhere) => {
    const loss = lossOf(1, elsewhere);
    for (const { text } of [...transferFindings(loss), ...repairFindings(loss)]) {
      expect(text.en.startsWith('Recorded elsewhere: ')).toBe(elsewhere);
    }
    for (const exhibit of lossExhibits(loss)) {
      expect(exhibit.caption.en.includes('recorded elsewhere')).toBe(elsewhere);
      expect('recordedElsewhere' in exhibit).toBe(elsewhere);
    }
  },
);
