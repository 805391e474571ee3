import { FilterError } from '../filter-error.ts';

const ESCAPE = /\\(?:x([\da-fA-F]{1,2})|([0-7]{1,3})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/gs;
const LETTERS: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  '\\': '\\',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/**
 * The bytes of a string in quotation marks, one character each, so that text and pattern may hold any
 * byte. Behind `r` backslashes stay as they are.
 * @param position of the string in the filter
 * @throws FilterError `bad-escape`
 */
export function binaryString(quoted: string, position: number): string {
  const start = quoted.indexOf('"') + 1;
  const inside = quoted.slice(start, -1);
  if (start > 1) return binary(inside);
  let text = '';
  let from = 0;
  for (const match of inside.matchAll(ESCAPE)) {
    text += binary(inside.slice(from, match.index));
    from = match.index + match[0].length;
    const byte = unescaped(match);
    if (byte === undefined) {
      throw new FilterError('bad-escape', {
        position: position + start + match.index,
        found: match[0],
        suggestion: String.raw`\\, \", \n, \r, \t, \x41`,
      });
    }
    text += byte;
  }
  return text + binary(inside.slice(from));
}

/** The bytes of such a string. */
export function binaryBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function unescaped([, hex, octal, short, long, letter]: RegExpExecArray): string | undefined {
  if (letter !== undefined) return LETTERS[letter];
  const point = short ?? long;
  if (point !== undefined) {
    const code = parseInt(point, 16);
    return code <= 0x10_ffff ? binary(String.fromCodePoint(code)) : undefined;
  }
  const byte = hex === undefined ? parseInt(octal!, 8) : parseInt(hex, 16);
  return byte <= 0xff ? String.fromCharCode(byte) : undefined;
}

function binary(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}
