export { CaptureError } from './capture-error.ts';
export { DEFAULT_CAPTURE_LIMITS } from './limits.ts';

export type { CaptureInterface } from './file/capture-interface.ts';
export { type CaptureEnding, CaptureReader } from './file/capture-reader.ts';
export { type CapturedPacket, timeText } from './file/captured-packet.ts';
export { COMPRESSION_SIGNATURE_BYTES, detectCompression } from './file/compression.ts';
export {
  encodeInterface,
  encodePacket,
  encodeSectionHeader,
} from './file/pcapng/pcapng-encoder.ts';

export type { Frame } from './frame/frame.ts';
export { FrameDecoder } from './frame/frame-decoder.ts';
export { payloadOf } from './frame/payload-of.ts';
export { undecoded, type Unread, unread } from './frame/undecoded.ts';
export { addressText } from './network/address.ts';
export type { Endpoint } from './network/endpoint.ts';
export { type IcmpMessage, readIcmp } from './network/icmp.ts';
export { checkTransport, type ChecksumVerdict } from './network/transport-checksum.ts';

export { ACK, FIN, flagNames, RST, SYN, URG } from './tcp/header/tcp-flags.ts';
export type { TcpOptions } from './tcp/header/tcp-options.ts';
export { Label, labelNames } from './tcp/analysis/label.ts';
export type { TcpSegment } from './tcp/flow/tcp-segment.ts';
export type { TcpConversation } from './tcp/conversation/tcp-conversation.ts';
export type { TcpState } from './tcp/lifecycle/tcp-state.ts';
export { TcpTracker } from './tcp/tcp-tracker.ts';
export { RecentBytes } from './tcp/stream/recent-bytes.ts';
export { ConversationBytes, type SpokenPiece } from './tcp/stream/conversation-bytes.ts';

export type { UdpConversation } from './udp/udp-conversation.ts';
export { type UdpDatagram, UdpTracker } from './udp/udp-tracker.ts';

export { displayFilter } from './filter/display-filter.ts';
export type { PacketFilter } from './filter/evaluate-filter.ts';
export { FilterError } from './filter/filter-error.ts';
