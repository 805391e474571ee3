import type { CaptureInterface } from './capture-interface.ts';
import type { CapturedPacket } from './captured-packet.ts';

/** What a file says of itself. */
export interface CaptureFormat {
  readonly name: 'pcap' | 'pcapng';
  /** Byte order; of the first section, for pcapng. */
  readonly littleEndian: boolean;
  /** For example `2.4`. */
  readonly version: string;
  /** Program that wrote the file, when it says so. */
  readonly application?: string;
}

/** The common face of the pcap and pcapng decoders. */
export interface CaptureDecoder {
  readonly format: CaptureFormat;
  readonly interfaces: CaptureInterface[];
  /** Bytes still to come of a block that is being skipped. */
  readonly skipping: number;
  /** Blocks so far that count as a frame but hold no packet. */
  readonly otherFrames: number;
  /**
   * Fills `packet` with the next one.
   * @returns false when more bytes are needed first
   * @throws CaptureError when the file is damaged here
   */
  read(packet: CapturedPacket): boolean;
}
