import { expect, it } from '@jest/globals';
import { packSegments, type ReportSegment, unpackSegment } from './report-segment.ts';

const SEGMENT: ReportSegment = {
  frame: 7,
  at: 1_234_567,
  fromClient: true,
  said: '',
  flags: 0x18,
  sequence: 4_294_967_290,
  acknowledgement: 1,
  length: 5,
  window: 65_536,
  labels: ['retransmission', 'fast_retransmission'],
  otherLabels: [],
  acknowledgedFrame: 0,
  roundTrip: -1,
  bytesInFlight: 5,
  originalFrame: 4,
  clientState: 'ESTABLISHED',
  serverState: 'CLOSE-WAIT',
  statesChanged: true,
  checksum: 'valid',
  text: '"a b\\n"',
  ipHeader: 'RQA=',
  transportHeader: 'MDk=',
  payload: '',
};

it('unpacks what it has packed', () => {
  const other = { ...SEGMENT, fromClient: false, statesChanged: false, labels: [], text: '' };
  const { rows, shared } = packSegments([SEGMENT, other, SEGMENT]);
  expect(rows.map((row) => unpackSegment(row, shared))).toEqual([SEGMENT, other, SEGMENT]);
});
