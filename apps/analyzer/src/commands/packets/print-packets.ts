import {
  type CaptureEnding,
  FrameDecoder,
  type PacketFilter,
  TcpTracker,
  UdpTracker,
} from '@praktikum/capture';
import { readCapture } from '../../capture/file/read-capture.ts';
import type { TextOutput } from '../text-output.ts';
import { packetLine } from './packet-line.ts';

/** Prints every packet that the filter shows as one line of JSON. */
export function printPackets(
  file: string,
  output: TextOutput,
  filter: PacketFilter,
): Promise<CaptureEnding> {
  const decoder = new FrameDecoder();
  const tracker = new TcpTracker();
  const datagrams = new UdpTracker();
  return readCapture(file, (packet) => {
    const frame = decoder.decode(packet);
    const segment = tracker.observe(frame);
    const datagram = datagrams.observe(frame);
    if (!filter({ frame, segment, datagram })) return undefined;
    output.add(packetLine(frame, segment));
    return output.full ? output.flush() : undefined;
  });
}
