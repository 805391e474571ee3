import type { StorySegment } from './story-segment.ts';

type Labelled = Pick<StorySegment, 'frame' | 'labels' | 'acknowledgedBy'>;

/** What a segment is called that seems to repeat another. */
const REPEATED: ReadonlySet<string> = new Set([
  'retransmission',
  'fast_retransmission',
  'spurious_retransmission',
  'out_of_order',
]);

/** The labels of a segment whose bytes are not those that stood at its numbers before. */
export function withOtherBytes(labels: readonly string[]): readonly string[] {
  return [...labels.filter((label) => !REPEATED.has(label)), 'conflicting_data'];
}

/** An ACK whose data stand behind it in the capture acknowledges nothing that is missing. */
export function withLaterData<T extends Labelled>(segments: readonly T[]): T[] {
  const early = new Set(segments.map(({ acknowledgedBy }) => acknowledgedBy));
  return segments.map((segment) =>
    early.has(segment.frame)
      ? { ...segment, labels: segment.labels.filter((label) => label !== 'ack_lost_segment') }
      : segment,
  );
}

/** The frame that a segment repeats; 0 when none is known, or it has other bytes. */
export function repeatedFrame({
  labels,
  originalFrame,
}: Pick<StorySegment, 'labels' | 'originalFrame'>): number {
  return labels.includes('conflicting_data') ? 0 : originalFrame;
}
