import { fileUint32 } from '../../bytes.ts';
import { CaptureError } from '../../capture-error.ts';
import type { CaptureLimits } from '../../limits.ts';
import type { ByteWindow } from '../byte-window.ts';
import type { CaptureDecoder, CaptureFormat } from '../capture-decoder.ts';
import type { CaptureInterface } from '../capture-interface.ts';
import type { CapturedPacket } from '../captured-packet.ts';
import { decodePcapHeader, PCAP_HEADER_BYTES, type PcapHeader } from './pcap-header.ts';

/** Reads the records of a pcap file. Its header must already be in the window. */
export class PcapDecoder implements CaptureDecoder {
  readonly format: CaptureFormat;
  readonly interfaces: CaptureInterface[];
  readonly skipping = 0;
  readonly otherFrames = 0;
  readonly #window: ByteWindow;
  readonly #header: PcapHeader;
  readonly #maxPacketBytes: number;

  constructor(window: ByteWindow, limits: CaptureLimits) {
    this.#window = window;
    const header = decodePcapHeader(window.bytes, window.position);
    window.consume(PCAP_HEADER_BYTES);
    this.#header = header;
    this.#maxPacketBytes = limits.maxPacketBytes;
    this.format = { name: 'pcap', littleEndian: header.littleEndian, version: header.version };
    this.interfaces = [
      {
        id: 0,
        linkType: header.linkType,
        snapLength: header.snapLength,
        ticksPerSecond: header.nanoseconds ? 1e9 : 1e6,
      },
    ];
  }

  read(packet: CapturedPacket): boolean {
    const window = this.#window;
    const { recordHeaderBytes, littleEndian, nanoseconds, linkType } = this.#header;
    if (!window.request(recordHeaderBytes)) return false;
    const first = fileUint32(window.bytes, window.position + 8, littleEndian);
    const second = fileUint32(window.bytes, window.position + 12, littleEndian);
    const captured = this.#capturedLength(first, second);
    if (!window.request(recordHeaderBytes + captured)) return false;
    const { bytes, position } = window;
    const fraction = fileUint32(bytes, position + 4, littleEndian);
    packet.timed = true;
    packet.seconds = fileUint32(bytes, position, littleEndian);
    packet.nanoseconds = nanoseconds ? fraction : fraction * 1000;
    packet.interfaceId = 0;
    packet.linkType = linkType;
    packet.originalLength = captured === first ? second : first;
    packet.bytes = bytes;
    packet.start = position + recordHeaderBytes;
    packet.end = packet.start + captured;
    packet.offset = window.offset;
    window.consume(recordHeaderBytes + captured);
    return true;
  }

  #capturedLength(first: number, second: number): number {
    const order = this.#header.lengthOrder;
    const swapped = order === 'original-first' || (order === 'smaller-first' && first > second);
    const captured = swapped ? second : first;
    if (captured > this.#maxPacketBytes) {
      throw new CaptureError(
        'ERR_CAPTURE_LIMIT',
        `a record claims ${captured} captured bytes; the limit is ${this.#maxPacketBytes}`,
      );
    }
    return captured;
  }
}
