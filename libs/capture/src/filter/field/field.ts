import type { FilteredPacket } from '../filtered-packet.ts';

/** The value of a field: a number or flag, an address as its bytes, or bytes. */
export type FieldValue = number | Uint8Array;

/**
 * What a field's values are, and so what they may be compared with:
 * - `number`: also flags, which are 0 or 1
 * - `ipv4`, `ipv6`: addresses of 4 and 16 bytes, with networks (`10.0.0.0/8`)
 * - `bytes`: text in quotation marks or bytes as `48:61:6c:6f`
 * - `protocol`: is there or not, and its bytes
 */
export type FieldKind = 'number' | 'ipv4' | 'ipv6' | 'bytes' | 'protocol';

/** A field of the display filter language. */
export interface Field {
  readonly kind: FieldKind;
  /** Its values in a packet; none when the packet does not have the field, two for `tcp.port`. */
  readonly values: (packet: FilteredPacket) => readonly FieldValue[];
}
