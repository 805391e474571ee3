/*
 * Block types of pcapng (https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-03.html, section 4
 * and 11.1). The section header's number reads the same in both byte orders.
 */
export const SECTION_HEADER = 0x0a0d0d0a;
export const INTERFACE_DESCRIPTION = 1;
/** Obsolete, but still found in old files. */
export const PACKET = 2;
export const SIMPLE_PACKET = 3;
export const INTERFACE_STATISTICS = 5;
export const ENHANCED_PACKET = 6;

/** Blocks that Wireshark numbers among the packets although they hold none. */
export const CUSTOM = 0x0bad;
export const CUSTOM_NOT_COPIED = 0x4000_0bad;
export const JOURNAL_EXPORT = 9;

/** First number of a section header's body; its order is the section's byte order. */
export const BYTE_ORDER_MAGIC = 0x1a2b3c4d;

/** Type and length before a block's body, and the length again behind it. */
export const BLOCK_HEAD_BYTES = 8;
export const BLOCK_FRAME_BYTES = 12;

/** The bytes of a block's body and the order of its numbers. */
export interface BlockBody {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly little: boolean;
}
