import type { Frame } from './frame.ts';

/** The captured bytes of the payload. */
export function payloadOf({ segment, payloadStart, payloadLength, segmentEnd }: Frame): Uint8Array {
  const end = Math.min(payloadStart + payloadLength, segmentEnd);
  return segment.subarray(payloadStart, Math.max(payloadStart, end));
}
