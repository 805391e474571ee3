/*
 * Numbers in network byte order (RFC 9293, RFC 791: most significant byte first), read straight from
 * the buffer: no DataView is made for a packet, and V8 compiles these into plain loads. The caller has
 * checked that the bytes are there.
 */

/** The unsigned 16-bit number at `offset`. */
export function uint16(bytes: Uint8Array, offset: number): number {
  return (bytes[offset]! << 8) | bytes[offset + 1]!;
}

/** The unsigned 32-bit number at `offset`. */
export function uint32(bytes: Uint8Array, offset: number): number {
  return (
    ((bytes[offset]! << 24) |
      (bytes[offset + 1]! << 16) |
      (bytes[offset + 2]! << 8) |
      bytes[offset + 3]!) >>>
    0
  );
}

/** The unsigned 16-bit number at `offset`, least significant byte first when `little`. */
export function fileUint16(bytes: Uint8Array, offset: number, little: boolean): number {
  return little
    ? bytes[offset]! | (bytes[offset + 1]! << 8)
    : (bytes[offset]! << 8) | bytes[offset + 1]!;
}

/** The unsigned 32-bit number at `offset`, least significant byte first when `little`. */
export function fileUint32(bytes: Uint8Array, offset: number, little: boolean): number {
  return little
    ? (bytes[offset]! |
        (bytes[offset + 1]! << 8) |
        (bytes[offset + 2]! << 16) |
        (bytes[offset + 3]! << 24)) >>>
        0
    : uint32(bytes, offset);
}
