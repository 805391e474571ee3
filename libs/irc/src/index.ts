export { formatMessage, parseMessage } from './message.ts';
export type { Message, OutgoingMessage } from './message.ts';
export { formatTags, parseTags } from './tags.ts';
export {
  LineSplitter,
  MAX_BODY_BYTES,
  MAX_CLIENT_TAGS_BYTES,
  MAX_TAGS_BYTES,
} from './line-splitter.ts';
export type { DecodedLine } from './line-splitter.ts';
export { byteLength, cutToBytes } from './byte-length.ts';
export { splitText } from './split-text.ts';
export { foldCase } from './casemapping.ts';
export type { Casemapping } from './casemapping.ts';
export { formatModeChanges, parseModeChanges } from './mode-changes.ts';
export type { ModeChange, ModeKinds } from './mode-changes.ts';
export { formatIsupport, parseIsupport } from './isupport.ts';
export { formatSource, parseSource } from './source.ts';
export type { Source } from './source.ts';
export { completeMask, matchesMask } from './mask.ts';
export { isChannelName, isNick } from './names.ts';
export { NUMERICS } from './numerics.ts';
