import { byteLength } from './byte-length.ts';

/**
 * What no name has: control characters, half a surrogate pair, spaces of every script, and characters that
 * cannot be seen (U+200B) or turn the text around (U+202E), with which one name is made to look like
 * another.
 */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}]/u;

/**
 * Whether a client may have this nickname. Letters of every script are allowed. Not allowed: `,*?!@.`
 * anywhere, for they have a meaning in lists, masks and sources; at the beginning a digit, `-`, and what
 * begins a channel, a rank or a last parameter (`#&+%~$:`).
 * @param maxBytes most bytes in UTF-8. Default: any number
 *
 * Source: Modern IRC, section Clients.
 */
export function isNick(text: string, maxBytes = Infinity): boolean {
  if (!/^[^,*?!@.#&+%~$:\d-][^,*?!@.]*$/.test(text)) return false;
  return !UNFIT.test(text) && byteLength(text) <= maxBytes;
}

/**
 * Whether a channel may have this name: `#` and at least one character more, none of them a space, a comma
 * or a control character (BEL is one).
 * @param maxBytes most bytes in UTF-8. Default: any number
 *
 * Source: Modern IRC, section Channels; a lone `#` is refused here.
 */
export function isChannelName(text: string, maxBytes = Infinity): boolean {
  if (!/^#[^,]+$/.test(text)) return false;
  return !UNFIT.test(text) && byteLength(text) <= maxBytes;
}
