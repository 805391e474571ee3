import { fileUint16, fileUint32 } from '../../bytes.ts';
import { CaptureError } from '../../capture-error.ts';

/** Bytes of a pcap file before its first record. */
export const PCAP_HEADER_BYTES = 24;

/** How the two lengths of a record are ordered. */
type LengthOrder = 'captured-first' | 'original-first' | 'smaller-first';

/** What the header of a pcap file says (https://www.tcpdump.org/manpages/pcap-savefile.5.html). */
export interface PcapHeader {
  readonly littleEndian: boolean;
  readonly nanoseconds: boolean;
  /** Bytes of a record's header: 16, or 24 in the files of a patched libpcap of 1999. */
  readonly recordHeaderBytes: number;
  readonly lengthOrder: LengthOrder;
  readonly version: string;
  readonly snapLength: number;
  readonly linkType: number;
}

interface Magic {
  readonly nanoseconds: boolean;
  readonly recordHeaderBytes: number;
}

const MAGICS: ReadonlyMap<number, Magic> = new Map([
  [0xa1b2c3d4, { nanoseconds: false, recordHeaderBytes: 16 }],
  [0xa1b23c4d, { nanoseconds: true, recordHeaderBytes: 16 }],
  [0xa1b2cd34, { nanoseconds: false, recordHeaderBytes: 24 }],
]);

/** Whether these four bytes begin a pcap file, of either byte order. */
export function isPcap(head: Uint8Array, offset = 0): boolean {
  return MAGICS.has(fileUint32(head, offset, true)) || MAGICS.has(fileUint32(head, offset, false));
}

/**
 * Reads the header of a pcap file.
 * @throws CaptureError `ERR_CAPTURE_FORMAT` for another magic number or a major version but 2
 */
export function decodePcapHeader(bytes: Uint8Array, offset: number): PcapHeader {
  const littleEndian = MAGICS.has(fileUint32(bytes, offset, true));
  const magic = MAGICS.get(fileUint32(bytes, offset, littleEndian));
  const major = fileUint16(bytes, offset + 4, littleEndian);
  const minor = fileUint16(bytes, offset + 6, littleEndian);
  if (!magic || major !== 2) {
    throw new CaptureError('ERR_CAPTURE_FORMAT', `pcap version ${major}.${minor} is not known`);
  }
  return {
    ...magic,
    littleEndian,
    lengthOrder: lengthOrderOf(minor),
    version: `${major}.${minor}`,
    snapLength: fileUint32(bytes, offset + 16, littleEndian),
    // The upper bits hold the length of the frame check sequence, not the link type.
    linkType: fileUint32(bytes, offset + 20, littleEndian) & 0xffff,
  };
}

/** Version 2.3 exchanged the two lengths, and some programs wrote 2.3 while keeping the old order. */
function lengthOrderOf(minor: number): LengthOrder {
  if (minor < 3) return 'original-first';
  return minor === 3 ? 'smaller-first' : 'captured-first';
}
