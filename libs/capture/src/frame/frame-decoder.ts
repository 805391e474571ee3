import type { CapturedPacket } from '../file/captured-packet.ts';
import { captureLimits, type CaptureLimits } from '../limits.ts';
import { decodeLink } from '../link/link-type.ts';
import { Frame } from './frame.ts';
import { Layers } from './layers.ts';

/** Decodes the headers of captured packets, from the link to TCP or UDP. */
export class FrameDecoder {
  readonly #layers: Layers;
  readonly #frame = new Frame();

  constructor(limits: Partial<CaptureLimits> = {}) {
    this.#layers = new Layers(captureLimits(limits));
  }

  /** The headers of a packet, in a record that the next call fills again. */
  decode(packet: CapturedPacket): Frame {
    const frame = this.#frame;
    frame.begin(packet);
    decodeLink(frame, this.#layers);
    return frame;
  }
}
