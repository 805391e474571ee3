import { fileUint16, fileUint32 } from '../../bytes.ts';
import { CaptureError } from '../../capture-error.ts';
import type { CaptureLimits } from '../../limits.ts';
import type { ByteWindow } from '../byte-window.ts';
import type { CaptureDecoder, CaptureFormat } from '../capture-decoder.ts';
import type { CaptureInterface } from '../capture-interface.ts';
import type { CapturedPacket } from '../captured-packet.ts';
import * as block from './block.ts';
import { BlockOptions } from './block-options.ts';
import {
  decodeInterface,
  decodeStatistics,
  requireBytes,
  type SectionInterface,
} from './interface-blocks.ts';
import { packetInterface, readPacketBlock, readSimplePacketBlock } from './packet-blocks.ts';

const SECTION_HEADER_BYTES = 16;

/** Reads the blocks of a pcapng file. */
export class PcapngDecoder implements CaptureDecoder {
  format: CaptureFormat = { name: 'pcapng', littleEndian: true, version: '1.0' };
  readonly interfaces: CaptureInterface[] = [];
  skipping = 0;
  otherFrames = 0;
  readonly #window: ByteWindow;
  readonly #limits: CaptureLimits;
  #little = true;
  #sections = 0;
  #section: SectionInterface[] = [];

  constructor(window: ByteWindow, limits: CaptureLimits) {
    this.#window = window;
    this.#limits = limits;
  }

  read(packet: CapturedPacket): boolean {
    const window = this.#window;
    for (;;) {
      if (this.skipping > 0) {
        this.skipping -= window.discard(this.skipping);
        if (this.skipping > 0) return false;
      }
      if (!window.request(block.BLOCK_FRAME_BYTES)) return false;
      const type = fileUint32(window.bytes, window.position, this.#little);
      if (type === block.SECTION_HEADER) this.#readByteOrder();
      const length = fileUint32(window.bytes, window.position + 4, this.#little);
      if (length < block.BLOCK_FRAME_BYTES) {
        throw damaged(`a block claims a length of ${length} bytes`);
      }
      // Some writers leave the padding to a multiple of four out of the length, but not out of the file.
      const size = length + (-length & 3);
      if (!isOfInterest(type)) {
        if (countsAsFrame(type)) this.otherFrames += 1;
        this.skipping = size;
        continue;
      }
      if (length > this.#limits.maxBlockBytes) throw tooLong(length, this.#limits);
      if (!window.request(size)) return false;
      this.#checkTrailer(length, size);
      const found = this.#readBlock(type, size, packet);
      packet.offset = window.offset;
      window.consume(size);
      if (found) return true;
    }
  }

  #readBlock(type: number, size: number, packet: CapturedPacket): boolean {
    const { bytes, position } = this.#window;
    const start = position + block.BLOCK_HEAD_BYTES;
    const end = position + size - 4;
    const body = { bytes, start, end, little: this.#little };
    if (type === block.ENHANCED_PACKET || type === block.PACKET) {
      const source = this.#interface(packetInterface(body, type));
      readPacketBlock(body, source, packet, this.#limits);
      return true;
    }
    if (type === block.SIMPLE_PACKET) {
      readSimplePacketBlock(body, this.#interface(0), packet, this.#limits);
      return true;
    }
    if (type === block.SECTION_HEADER) this.#beginSection(body);
    else if (type === block.INTERFACE_DESCRIPTION) this.#addInterface(body);
    else this.#addStatistics(body);
    return false;
  }

  #readByteOrder(): void {
    const { bytes, position } = this.#window;
    for (const little of [true, false]) {
      if (fileUint32(bytes, position + 8, little) !== block.BYTE_ORDER_MAGIC) continue;
      this.#little = little;
      return;
    }
    throw damaged('the section header has no byte-order mark');
  }

  #checkTrailer(length: number, size: number): void {
    const { bytes, position } = this.#window;
    const again = fileUint32(bytes, position + size - 4, this.#little);
    if (again !== length) {
      throw damaged(`a block says ${length} bytes at its start and ${again} at its end`);
    }
  }

  #beginSection(body: block.BlockBody): void {
    requireBytes(body, SECTION_HEADER_BYTES, 'section header');
    const major = fileUint16(body.bytes, body.start + 4, this.#little);
    const minor = fileUint16(body.bytes, body.start + 6, this.#little);
    if (major !== 1 || (minor !== 0 && minor !== 2)) {
      throw new CaptureError('ERR_CAPTURE_FORMAT', `pcapng version ${major}.${minor} is not known`);
    }
    const start = body.start + SECTION_HEADER_BYTES;
    const application = new BlockOptions(body.bytes, start, body.end, this.#little).text(4);
    this.#section = [];
    this.#sections += 1;
    if (this.#sections > 1) return;
    const format = {
      name: 'pcapng',
      littleEndian: this.#little,
      version: `${major}.${minor}`,
    } as const;
    this.format = application ? { ...format, application } : format;
  }

  #addInterface(body: block.BlockBody): void {
    if (this.interfaces.length >= this.#limits.maxInterfaces) {
      throw new CaptureError(
        'ERR_CAPTURE_LIMIT',
        `the file describes more than ${this.#limits.maxInterfaces} interfaces`,
      );
    }
    const added = decodeInterface(body, this.interfaces.length);
    this.#section.push(added);
    this.interfaces.push(added.description);
  }

  #addStatistics(body: block.BlockBody): void {
    const { id, statistics } = decodeStatistics(body);
    const { description } = this.#interface(id);
    description.statistics = { ...description.statistics, ...statistics };
  }

  #interface(id: number): SectionInterface {
    const found = this.#section[id];
    if (!found) throw damaged(`a block refers to interface ${id}, which is not described`);
    return found;
  }
}

function isOfInterest(type: number): boolean {
  return (
    type === block.ENHANCED_PACKET ||
    type === block.INTERFACE_DESCRIPTION ||
    type === block.SECTION_HEADER ||
    type === block.SIMPLE_PACKET ||
    type === block.PACKET ||
    type === block.INTERFACE_STATISTICS
  );
}

function countsAsFrame(type: number): boolean {
  return type === block.CUSTOM || type === block.CUSTOM_NOT_COPIED || type === block.JOURNAL_EXPORT;
}

function damaged(message: string): CaptureError {
  return new CaptureError('ERR_CAPTURE_DAMAGED', message);
}

function tooLong(length: number, { maxBlockBytes }: CaptureLimits): CaptureError {
  return new CaptureError(
    'ERR_CAPTURE_LIMIT',
    `a block claims ${length} bytes; the limit is ${maxBlockBytes}`,
  );
}
