export { CaptureError, type CaptureErrorCode } from './capture-error.ts';
export { captureLimits, type CaptureLimits, DEFAULT_CAPTURE_LIMITS } from './limits.ts';

export type { CaptureFormat } from './file/capture-decoder.ts';
export type { CaptureInterface, InterfaceStatistics } from './file/capture-interface.ts';
export { type CaptureEnding, CaptureReader } from './file/capture-reader.ts';
export { type CapturedPacket, timeText } from './file/captured-packet.ts';
export {
  type Compression,
  COMPRESSION_SIGNATURE_BYTES,
  detectCompression,
} from './file/compression.ts';
export {
  encodeInterface,
  encodePacket,
  encodeSectionHeader,
  encodeStatistics,
} from './file/pcapng/pcapng-encoder.ts';

export type { Frame } from './frame/frame.ts';
export { FrameDecoder } from './frame/frame-decoder.ts';
export { type Undecoded, undecoded } from './frame/undecoded.ts';
export { addressText } from './network/address.ts';
export type { Endpoint } from './network/endpoint.ts';
export { type IcmpMessage, type QuotedPacket, readIcmp } from './network/icmp.ts';
export { checkTransport, type ChecksumVerdict } from './network/transport-checksum.ts';
export { DECODED_LINK_TYPES } from './link/link-type.ts';

export { flagNames } from './tcp/header/tcp-flags.ts';
export type { TcpOptions } from './tcp/header/tcp-options.ts';
export { Label, labelNames } from './tcp/analysis/label.ts';
export type { TcpFlow } from './tcp/flow/tcp-flow.ts';
export type { TcpSegment } from './tcp/flow/tcp-segment.ts';
export { Completeness, wiresharkCompleteness } from './tcp/conversation/completeness.ts';
export type { TcpConversation } from './tcp/conversation/tcp-conversation.ts';
export type { Lifecycle } from './tcp/lifecycle/lifecycle.ts';
export type { Reset, ResetCause } from './tcp/lifecycle/reset-cause.ts';
export type { TcpState } from './tcp/lifecycle/tcp-state.ts';
export { TcpTracker } from './tcp/tcp-tracker.ts';
export { ConversationBytes, type SpokenPiece } from './tcp/stream/conversation-bytes.ts';
export type { StreamData, StreamGap } from './tcp/stream/stream-piece.ts';

export type { UdpConversation } from './udp/udp-conversation.ts';
export { type UdpDatagram, UdpTracker } from './udp/udp-tracker.ts';

export { displayFilter } from './filter/display-filter.ts';
export type { PacketFilter } from './filter/evaluate-filter.ts';
export { FILTER_FIELDS } from './filter/field/fields.ts';
export { FilterError, type FilterProblem } from './filter/filter-error.ts';
export type { FilteredPacket } from './filter/filtered-packet.ts';
