import { byteLength, cutToBytes } from './byte-length.ts';

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Cuts a text into pieces of at most `maxBytes` in UTF-8; joined they are the text again. A piece ends
 * behind its last space, or else between two graphemes (what a reader takes for one character); a
 * grapheme that is longer than a piece is cut between its code points. The empty text has no pieces.
 * @param maxBytes from 4 on every piece fits; below, a code point that is longer is a piece by itself
 */
export function splitText(text: string, maxBytes: number): string[] {
  if (text === '') return [];
  if (byteLength(text) <= maxBytes) return [text];
  const pieces: string[] = [];
  let start = 0;
  let wordStart = 0;
  let bytes = 0;
  for (const { segment, index } of GRAPHEMES.segment(text)) {
    const length = byteLength(segment);
    while (bytes > 0 && bytes + length > maxBytes) {
      const end = wordStart > start ? wordStart : index;
      pieces.push(text.slice(start, end));
      start = end;
      bytes = byteLength(text.slice(start, index));
    }
    if (length > maxBytes) {
      pieces.push(...cutAtCodePoints(segment, maxBytes));
      start = index + segment.length;
      continue;
    }
    bytes += length;
    // A space with an accent on it is one grapheme, and no border lies behind the space.
    if (segment === ' ') wordStart = index + 1;
  }
  if (start < text.length) pieces.push(text.slice(start));
  return pieces;
}

function cutAtCodePoints(grapheme: string, maxBytes: number): string[] {
  const pieces: string[] = [];
  for (let rest = grapheme; rest !== '';) {
    const piece = cutToBytes(rest, maxBytes) || String.fromCodePoint(rest.codePointAt(0)!);
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return pieces;
}
