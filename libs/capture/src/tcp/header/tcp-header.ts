import { uint16, uint32 } from '../../bytes.ts';
import type { Frame } from '../../frame/frame.ts';

/** Bytes of a TCP header without options. */
export const TCP_HEADER_BYTES = 20;

/** Bytes up to and including the window: what the sequence numbers of a cut packet need. */
const NUMBERED_BYTES = 16;

/**
 * A TCP header (RFC 9293, section 3.1). Of a packet that the capture cut within the header the numbers
 * are still read; such a frame is not {@link Frame.tcpWhole}.
 */
export function decodeTcpHeader(frame: Frame): void {
  const { segment: bytes, segmentStart: at, segmentLimit } = frame;
  frame.addLayer('tcp');
  if (!frame.has(at, NUMBERED_BYTES, 'TCP header cut short')) return;
  const headerLength = (bytes[at + 12]! >> 4) * 4;
  if (headerLength < TCP_HEADER_BYTES) {
    frame.fault = `TCP header of ${headerLength} bytes`;
    return;
  }
  frame.transport = 'tcp';
  frame.sourcePort = uint16(bytes, at);
  frame.destinationPort = uint16(bytes, at + 2);
  frame.sequence = uint32(bytes, at + 4);
  frame.acknowledgement = uint32(bytes, at + 8);
  frame.headerLength = headerLength;
  frame.flags = uint16(bytes, at + 12) & 0x0fff;
  frame.window = uint16(bytes, at + 14);
  frame.payloadStart = at + headerLength;
  frame.payloadLength = Math.max(0, segmentLimit - frame.payloadStart);
  // Of a fragment that was never joined the length of the payload is not known.
  frame.tcpWhole =
    frame.has(at, TCP_HEADER_BYTES, 'TCP header cut short') &&
    frame.payloadStart <= segmentLimit &&
    !frame.fragment;
}
