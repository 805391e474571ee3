import { ACK, FIN, flagNames, RST, SYN } from '@praktikum/capture';
import type { ReportSegment } from '../data/report-segment.ts';

/** `PSH,ACK`; a segment without any flag has `-`. */
export function flagsText(flags: number): string {
  return flagNames(flags).join(',') || '-';
}

type SegmentNumbers = Pick<
  ReportSegment,
  'flags' | 'sequence' | 'acknowledgement' | 'window' | 'length'
>;

/**
 * What Wireshark's Info column says, as much of it as there is room for: `PSH,ACK Seq=1 Ack=1 Win=502
 * Len=21`, then without the window, then flags and length, then flags alone.
 * @param most characters
 */
export function segmentText(segment: SegmentNumbers, most = Infinity): string {
  const { flags, sequence, acknowledgement, window, length } = segment;
  const ack = (flags & ACK) === 0 ? '' : ` Ack=${acknowledgement}`;
  const carried = length > 0 ? ` Len=${length}` : '';
  const names = flagsText(flags);
  const texts = [
    `${names} Seq=${sequence}${ack} Win=${window}${carried}`,
    `${names} Seq=${sequence}${ack}${carried}`,
    `${names}${carried}`,
  ];
  return texts.find((text) => text.length <= most) ?? names;
}

/** What stands on an arrow: {@link segmentText}, or what a datagram says. */
export function rungText(segment: ReportSegment, most = Infinity): string {
  return segment.said === '' ? segmentText(segment, most) : segment.said;
}

type SegmentKind = 'syn' | 'fin' | 'rst' | 'data' | 'ack';

/** What a segment is drawn as: its most telling flag, or what it carries. */
export function segmentKind({ flags, length, labels }: ReportSegment): SegmentKind {
  if (labels.includes('undelivered')) return 'rst';
  if ((flags & RST) !== 0) return 'rst';
  if ((flags & SYN) !== 0) return 'syn';
  if ((flags & FIN) !== 0) return 'fin';
  return length > 0 ? 'data' : 'ack';
}
