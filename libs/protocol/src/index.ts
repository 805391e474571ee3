export { CodedError, codeOf, messageOf } from './coded-error.ts';
export type { ErrorDetails } from './coded-error.ts';
export { formatEndpoint, isHost, isIPv6, parseEndpoint, parsePort } from './endpoint.ts';
export type { Endpoint } from './endpoint.ts';
export {
  CLIENT_RECV_SIZE,
  DEFAULT_CLIENT_HOST,
  DEFAULT_MESSAGE,
  DEFAULT_PORT,
  DEFAULT_SERVER_HOST,
  REPLY_PREFIX,
  SERVER_RECV_SIZE,
} from './guide.ts';
export { CONVERSATION_MODES, createConversation } from './conversation.ts';
export type { Conversation, ConversationMode } from './conversation.ts';
export { DEFAULT_MAX_LINE_BYTES, LineDecoder } from './line-decoder.ts';
export {
  DEFAULT_MAX_BUFFERED_BYTES,
  DEFAULT_MAX_FRAME_BYTES,
  encodeFrame,
  LengthPrefixDecoder,
} from './length-prefix.ts';
export type { LengthPrefixLimits } from './length-prefix.ts';
export { DisplayDecoder } from './display-decoder.ts';
export { DEFAULT_EXCERPT_BYTES, Excerpts } from './excerpts.ts';
export { escapeControls } from './escape-controls.ts';
export { decodeDatagram, encodeDatagram, MAX_DATAGRAM_BYTES } from './numbered-datagram.ts';
export type { NumberedDatagram } from './numbered-datagram.ts';
