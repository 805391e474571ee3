import { expect, it } from '@jest/globals';
import type { ReportSegment } from '@praktikum/capture-report';
import { PAGE_TEXTS } from '../texts/texts.ts';
import { rungDescription } from './rung-description.ts';

const segment = {
  frame: 4,
  at: 1_500_000,
  fromClient: true,
  said: '',
  flags: 0x18,
  sequence: 1,
  acknowledgement: 1,
  window: 502,
  length: 4,
  text: '"Halo"',
  labels: ['retransmission'],
  statesChanged: true,
  clientState: 'ESTABLISHED',
  serverState: 'ESTABLISHED',
} as unknown as ReportSegment;

it('says all that is drawn of a segment, in the language of the page', () => {
  expect(rungDescription(segment, PAGE_TEXTS.en)).toBe(
    'Frame 4, 0.001500 s, client to server: PSH,ACK Seq=1 Ack=1 Win=502 Len=4; carries "Halo"; ' +
      'retransmission; client ESTABLISHED, server ESTABLISHED',
  );
  expect(rungDescription(segment, PAGE_TEXTS.id)).toContain('0,001500');
});

it('says nothing of what is not there', () => {
  const bare = { ...segment, length: 0, text: '', labels: [], statesChanged: false };
  expect(rungDescription(bare, PAGE_TEXTS.en)).not.toContain(';');
});
