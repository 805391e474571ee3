/** Bytes of the text in UTF-8. A lone surrogate counts as the U+FFFD that is sent in its place. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 ? 1 : 2;
    // Two units, four bytes.
    if (isPair(text, at, unit)) at += 1;
  }
  return bytes;
}

/**
 * The longest beginning of the text that takes at most `maxBytes` in UTF-8. It ends between two code
 * points.
 */
export function cutToBytes(text: string, maxBytes: number): string {
  let bytes = 0;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const units = isPair(text, at, unit) ? 2 : 1;
    bytes += units === 2 ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    if (bytes > maxBytes) return text.slice(0, at);
    at += units;
  }
  return text;
}

/** Whether this unit and the next one are one code point beyond U+FFFF. */
function isPair(text: string, at: number, unit: number): boolean {
  if ((unit & 0xfc00) !== 0xd800) return false;
  // NaN behind the end, of which the mask makes 0.
  return (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}
