import { fileUint32 } from '../bytes.ts';
import { CaptureError } from '../capture-error.ts';
import { captureLimits, type CaptureLimits } from '../limits.ts';
import { ByteWindow } from './byte-window.ts';
import type { CaptureDecoder, CaptureFormat } from './capture-decoder.ts';
import type { CaptureInterface } from './capture-interface.ts';
import { CapturedPacket } from './captured-packet.ts';
import { detectCompression } from './compression.ts';
import { PcapDecoder } from './pcap/pcap-decoder.ts';
import { isPcap, PCAP_HEADER_BYTES } from './pcap/pcap-header.ts';
import { SECTION_HEADER } from './pcapng/block.ts';
import { PcapngDecoder } from './pcapng/pcapng-decoder.ts';

/** How reading a capture ended, and where. */
export interface CaptureEnding {
  /** False when the file is cut or damaged; every packet before {@link offset} was delivered. */
  readonly complete: boolean;
  readonly packets: number;
  /** Where reading stopped, in bytes: the start of the first record that could not be read. */
  readonly offset: number;
  /** Why it stopped, when not complete. */
  readonly error?: CaptureError;
}

/**
 * Reads pcap and pcapng files from chunks of any size: push a chunk, read until there is no more
 * packet, and after the last chunk ask how it ended. A file that is damaged never throws: the packets
 * before the damage are delivered, and `end()` says what stopped the reader.
 */
export class CaptureReader {
  readonly limits: CaptureLimits;
  readonly #window = new ByteWindow();
  readonly #packet = new CapturedPacket();
  #decoder: CaptureDecoder | undefined;
  #packets = 0;
  #failure: CaptureEnding | undefined;

  constructor(limits: Partial<CaptureLimits> = {}) {
    this.limits = captureLimits(limits);
  }

  /** What the file says of itself; undefined until its header has arrived. */
  get format(): CaptureFormat | undefined {
    return this.#decoder?.format;
  }

  /** The interfaces described so far. A pcap file has one. */
  get interfaces(): readonly CaptureInterface[] {
    return this.#decoder?.interfaces ?? [];
  }

  /** Whether the file is damaged, or no capture: nothing that comes will be read. */
  get failed(): boolean {
    return this.#failure !== undefined;
  }

  /** Gives the next bytes of the file. They must stay unchanged until the next push. */
  push(chunk: Uint8Array): void {
    if (!this.#failure) this.#window.push(chunk);
  }

  /**
   * The next packet, or undefined when more bytes are needed or the file is damaged. The record is
   * the same object each time.
   */
  read(): CapturedPacket | undefined {
    if (this.#failure) return undefined;
    try {
      this.#decoder ??= this.#recognise();
      if (!this.#decoder?.read(this.#packet)) return undefined;
    } catch (error) {
      if (!(error instanceof CaptureError)) throw error;
      this.#failure = this.#ending(error);
      return undefined;
    }
    this.#packets += 1;
    this.#packet.number = this.#packets + this.#decoder.otherFrames;
    return this.#packet;
  }

  /** Pushes a chunk and gives its packets one by one, in the same reused record. */
  *packets(chunk: Uint8Array): Generator<CapturedPacket, void> {
    this.push(chunk);
    for (let packet = this.read(); packet; packet = this.read()) yield packet;
  }

  /** Says how reading ended. To be asked after the last chunk has been pushed and read. */
  end(): CaptureEnding {
    if (this.#failure) return this.#failure;
    const window = this.#window;
    if (window.offset === 0 && window.remaining === 0) {
      return this.#ending(new CaptureError('ERR_CAPTURE_EMPTY', 'the file is empty'));
    }
    const missing = this.#decoder?.skipping ?? 0;
    if (window.remaining === 0 && missing === 0) return this.#ending();
    return this.#ending(
      new CaptureError(
        'ERR_CAPTURE_TRUNCATED',
        missing > 0
          ? `the file is cut; a block claims ${missing} bytes more`
          : `the file is cut after ${window.remaining} bytes of what begins at byte ${window.offset}`,
      ),
    );
  }

  #ending(error?: CaptureError): CaptureEnding {
    const ending = { complete: !error, packets: this.#packets, offset: this.#window.offset };
    return error ? { ...ending, error } : ending;
  }

  #recognise(): CaptureDecoder | undefined {
    const window = this.#window;
    if (!window.request(4)) return undefined;
    if (fileUint32(window.bytes, window.position, false) === SECTION_HEADER) {
      return new PcapngDecoder(window, this.limits);
    }
    if (!isPcap(window.bytes, window.position)) throw unknownFormat(window);
    return window.request(PCAP_HEADER_BYTES) ? new PcapDecoder(window, this.limits) : undefined;
  }
}

function unknownFormat(window: ByteWindow): CaptureError {
  const head = window.bytes.subarray(window.position, window.position + 4);
  const compression = detectCompression(head);
  const found = [...head].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return new CaptureError(
    'ERR_CAPTURE_FORMAT',
    compression
      ? `the bytes are compressed with ${compression}; they must be unpacked first`
      : `neither pcap nor pcapng begins with ${found}`,
    compression,
  );
}
