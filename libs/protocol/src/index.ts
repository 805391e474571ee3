export { CodedError, codeOf, messageOf } from './coded-error.ts';
export type { ErrorDetails } from './coded-error.ts';
export { formatEndpoint, isHost, isIPv6, parseEndpoint, parsePort } from './endpoint.ts';
export type { Endpoint } from './endpoint.ts';
export {
  DEFAULT_CLIENT_HOST,
  DEFAULT_MESSAGE,
  DEFAULT_PORT,
  DEFAULT_SERVER_HOST,
  REPLY_PREFIX,
} from './guide.ts';
export { CONVERSATION_MODES, createConversation } from './conversation.ts';
export type { Conversation, ConversationMode } from './conversation.ts';
export { LANGUAGES } from './language.ts';
export type { Catalogue, Language } from './language.ts';
export { LineDecoder } from './line-decoder.ts';
export { encodeFrame, LengthPrefixDecoder } from './length-prefix.ts';
export { DisplayDecoder } from './display-decoder.ts';
export { Excerpts } from './excerpts.ts';
export { escapeControls } from './escape-controls.ts';
export { decodeDatagram, encodeDatagram, MAX_DATAGRAM_BYTES } from './numbered-datagram.ts';
