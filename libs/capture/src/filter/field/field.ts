import type { FilteredPacket } from '../filtered-packet.ts';

/** The value of a field: a number or flag, a time in nanoseconds, or bytes (of text, an address too). */
export type FieldValue = number | bigint | Uint8Array;

/**
 * What a field's values are, and so what they may be compared with:
 * - `number`: whole, up to {@link Field.most}
 * - `flag`: 0 or 1
 * - `time`: seconds, written with up to nine decimals
 * - `mark`: is there or not; has no value, such as `tcp.analysis.retransmission`
 * - `ipv4`, `ipv6`: addresses of 4 and 16 bytes, with networks (`10.0.0.0/8`)
 * - `bytes`: text in quotation marks or bytes as `48:61:6c:6f`
 * - `text`: text in quotation marks
 * - `protocol`: is there or not, and its bytes
 */
export type FieldKind =
  'number' | 'flag' | 'time' | 'mark' | 'ipv4' | 'ipv6' | 'bytes' | 'text' | 'protocol';

/** A field of the display filter language. */
export interface Field {
  readonly kind: FieldKind;
  /** Of a number the largest that fits into the field; a larger one is refused, as in Wireshark. */
  readonly most?: number;
  /** Its values in a packet; none when the packet does not have the field, two for `tcp.port`. */
  readonly values: (packet: FilteredPacket) => readonly FieldValue[];
}

/** Largest numbers of fields of one, two and four bytes. */
export const BYTE = 0xff;
export const SHORT = 0xffff;
export const LONG = 0xffff_ffff;
