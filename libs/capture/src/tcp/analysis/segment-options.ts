import type { Frame } from '../../frame/frame.ts';
import { SCALE_UNKNOWN, SCALE_UNUSED, scaled } from '../flow/tcp-flow.ts';
import type { TcpSegment } from '../flow/tcp-segment.ts';
import { ACK, SYN } from '../header/tcp-flags.ts';
import { TCP_HEADER_BYTES } from '../header/tcp-header.ts';
import type { TcpOptions } from '../header/tcp-options.ts';
import { Label } from './label.ts';

/** Reads a segment's options, and notes what they settle for the connection. */
export function readSegmentOptions(segment: TcpSegment, frame: Frame, options: TcpOptions): void {
  const { flow, flags, conversation } = segment;
  const start = frame.segmentStart + TCP_HEADER_BYTES;
  const end = Math.min(frame.segmentStart + frame.headerLength, frame.segmentEnd);
  options.read(frame.segment, start, end);
  if (options.multipath !== 0) conversation.multipath |= options.multipath;
  const isSyn = (flags & SYN) !== 0;
  segment.scaledWindow = isSyn ? segment.window : scaled(segment.window, flow.scale);
  if (!isSyn || !frame.tcpWhole || segment.ignored) return;
  if (options.maximumSegmentSize >= 0) flow.maximumSegmentSize = options.maximumSegmentSize;
  settleScale(segment, options.windowScale);
  noteFastOpen(segment, options);
}

/** Scaling holds only when both sides offer it (RFC 7323, section 2.2). */
function settleScale({ flow, peer, flags }: TcpSegment, offered: number): void {
  const notOffered = offered < 0 && flow.scale === SCALE_UNKNOWN;
  const refused = (flags & ACK) !== 0 && peer.scale === SCALE_UNUSED;
  if (notOffered || refused) flow.scale = peer.scale = SCALE_UNUSED;
  else if (offered >= 0) flow.scale = offered;
}

/** Payload in a SYN with a cookie, and whether the SYN-ACK took it (RFC 7413). */
function noteFastOpen(segment: TcpSegment, { fastOpenCookie }: TcpOptions): void {
  const { flags, conversation, payloadLength, relativeAcknowledgement } = segment;
  if ((flags & ACK) === 0) {
    if (payloadLength > 0) conversation.synPayload = payloadLength;
    if (fastOpenCookie > 0) {
      conversation.fastOpen = true;
      segment.wiresharkLabels |= Label.TFO_SYN;
    }
  } else if (relativeAcknowledgement > 1) segment.wiresharkLabels |= Label.TFO_ACK;
  else if (conversation.fastOpen) segment.wiresharkLabels |= Label.TFO_IGNORED;
}
