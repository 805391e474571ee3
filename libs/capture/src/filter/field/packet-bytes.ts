import type { Frame } from '../../frame/frame.ts';

/** The captured bytes of the whole frame, with what pads it. */
export function bytesOfFrame({ bytes, start, capturedEnd }: Frame): Uint8Array {
  return bytes.subarray(start, capturedEnd);
}

/** The captured bytes of the transport header and what it carries. */
export function bytesOfSegment(frame: Frame): Uint8Array {
  const { segment, segmentStart, payloadStart } = frame;
  const end = Math.min(payloadStart + frame.payloadLength, frame.segmentEnd);
  return segment.subarray(segmentStart, Math.max(segmentStart, end));
}
